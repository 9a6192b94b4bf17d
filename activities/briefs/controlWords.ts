import type { Control } from '../../domain/records/control.ts';
import { label } from './draft.ts';

export const kinds = {
  organizational: label('Organizational', 'Organisatorisch'),
  people: label('People', 'Personenbezogen'),
  physical: label('Physical', 'Physisch'),
  technological: label('Technological', 'Technisch'),
  legal: label('Legal', 'Rechtlich'),
} satisfies Record<Control['kind'], unknown>;

export const standings = {
  planned: label('Planned', 'Geplant'),
  implementing: label('Being put in place', 'In Umsetzung'),
  implemented: label('In place', 'Umgesetzt'),
  retired: label('Retired', 'Aufgehoben'),
} satisfies Record<Control['status'], unknown>;

export const results = {
  untested: label('Untested', 'Ungeprüft'),
  effective: label('Effective', 'Wirksam'),
  partly: label('Effective in part', 'Teilweise wirksam'),
  ineffective: label('Not effective', 'Nicht wirksam'),
} satisfies Record<Control['effectiveness'], unknown>;

export const bands = {
  low: label('Low', 'Niedrig'),
  medium: label('Medium', 'Mittel'),
  high: label('High', 'Hoch'),
  veryHigh: label('Very high', 'Sehr hoch'),
};

export const actsOn = {
  likelihood: label('Likelihood', 'Wahrscheinlichkeit'),
  consequence: label('Consequence', 'Auswirkung'),
  both: label('Both', 'Beides'),
};
