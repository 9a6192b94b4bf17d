import { z } from 'zod';
import { Said } from './fields.ts';
import { PersonId, Title } from './records/common.ts';
import { isAnalysedByAnother } from './rules/measure.ts';

const sources = {
  asked: 'A person brings the value',
  onTime: 'Tasks done by the first date, in %',
  extensions: 'Tasks with more time, in %',
  escalations: 'Tasks that were escalated, in %',
  openNonconformities: 'Open nonconformities',
  effectiveControls: 'Controls found effective, in %',
};
const quellen = {
  asked: 'Eine Person bringt den Wert',
  onTime: 'Aufgaben zum ersten Termin erledigt, in %',
  extensions: 'Aufgaben mit mehr Zeit, in %',
  escalations: 'Eskalierte Aufgaben, in %',
  openNonconformities: 'Offene Nichtkonformitäten',
  effectiveControls: 'Als wirksam befundene Maßnahmen, in %',
};

/** The six determinations of 9.1: what, how, when, who measures, and who analyses when. */
export const measureFields = {
  name: Title.meta({ title: 'What is measured', de: { title: 'Was gemessen wird' } }),
  method: Said.meta({ title: 'How, so that two people get the same', de: { title: 'Wie, damit zwei dasselbe erhalten' } }),
  source: z
    .enum(['asked', 'onTime', 'extensions', 'escalations', 'openNonconformities', 'effectiveControls'])
    .meta({ title: 'Where the value comes from', options: sources, de: { title: 'Woher der Wert kommt', options: quellen } }),
  unit: z
    .string()
    .max(20)
    .meta({ title: 'Unit', de: { title: 'Einheit' } }),
  every: z.enum(['month', 'quarter', 'halfYear', 'year']).meta({
    ...{ title: 'How often', options: { month: 'Monthly', quarter: 'Quarterly', halfYear: 'Twice a year', year: 'Yearly' } },
    de: { title: 'Wie oft', options: { month: 'Monatlich', quarter: 'Im Quartal', halfYear: 'Zweimal im Jahr', year: 'Jährlich' } },
  }),
  target: z.number().meta({ title: 'Target', de: { title: 'Zielwert' } }),
  direction: z.enum(['atLeast', 'atMost']).meta({
    ...{ title: 'The value is to be', options: { atLeast: 'at least the target', atMost: 'at most the target' } },
    de: { title: 'Der Wert soll sein', options: { atLeast: 'mindestens der Zielwert', atMost: 'höchstens der Zielwert' } },
  }),
  measurer: PersonId.meta({ title: 'Who measures', de: { title: 'Wer misst' } }),
  analyst: PersonId.meta({ title: 'Who analyses, another person', de: { title: 'Wer auswertet, eine andere Person' } }),
};

/** A measure whose values nobody analyses who brings them. */
export const analysedByAnother = <S extends z.ZodObject<typeof measureFields>>(measure: S) =>
  measure.refine(isAnalysedByAnother, { path: ['analyst'], message: 'must not be the person who measures' });
