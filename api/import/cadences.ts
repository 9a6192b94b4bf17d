import { Every } from '../../domain/records/schedule.ts';
import { choices } from './choices.ts';

export const cadences = choices(Every.options, {
  month: ['monthly'],
  quarter: ['quarterly'],
  halfYear: ['half yearly', 'semiannual'],
  year: ['yearly', 'annual', 'annually'],
});
