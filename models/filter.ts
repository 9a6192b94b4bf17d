import type { Filter } from './collection.ts';

type Operators = Record<string, unknown>;

const isOperators = (condition: unknown): condition is Operators =>
  condition !== null && typeof condition === 'object' && Object.keys(condition).every((key) => key.startsWith('$'));

/** A value that is to be met, beside other operators. */
const asOperators = (condition: unknown): Operators => (isOperators(condition) ? condition : { $eq: condition });

/** What both say of one field as one condition; undefined where that cannot be said. */
function both(one: unknown, other: unknown): Operators | undefined {
  const [first, second] = [asOperators(one), asOperators(other)];
  return Object.keys(first).some((operator) => operator in second) ? undefined : { ...first, ...second };
}

/** What all of these filters match. Side by side as far as can be: some servers use an index only for what is not within an `$and`. */
export function allOf(...filters: readonly Filter[]): Filter {
  const flat: Filter = {};
  const rest: Filter[] = [];
  for (const [field, condition] of filters.flatMap((filter) => Object.entries(filter))) {
    const joined = !(field in flat) ? condition : field.startsWith('$') ? undefined : both(flat[field], condition);
    if (joined === undefined) rest.push({ [field]: condition });
    else flat[field] = joined;
  }
  return rest.length === 0 ? flat : { ...flat, $and: rest };
}

const valueAt = (record: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], record);

const operators: Record<string, (value: unknown, operand: unknown) => boolean> = {
  $eq: (value, operand) => value === operand,
  $in: (value, operand) => Array.isArray(operand) && operand.includes(value),
  $exists: (value, operand) => (value !== undefined) === operand,
  $gte: (value, operand) => typeof value === 'number' && value >= (operand as number),
};

/** Whether a record that was read is one of those that a filter of equality, `$eq`, `$in`, `$exists`, `$gte` of numbers and `$or` matches. Throws for any other. */
export function matches(record: { id: string }, filter: Filter): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    if (field === '$or') return (condition as Filter[]).some((one) => matches(record, one));
    const value = field === '_id' ? record.id : valueAt(record, field);
    if (!isOperators(condition)) return value === condition;
    return Object.entries(condition).every(([operator, operand]) => {
      const holds = operators[operator];
      if (holds === undefined) throw new Error(`${field} is compared in a way that is not known here`);
      return holds(value, operand);
    });
  });
}
