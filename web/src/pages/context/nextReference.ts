const digits = 3;

/** The reference after the last one of its kind, such as `REQ-004`; another may be typed. */
export function nextReference(prefix: string, all: readonly { id: string }[]): string {
  const numbers = all.map(({ id }) => (id.startsWith(`${prefix}-`) ? Number(id.slice(prefix.length + 1)) : 0)).filter(Number.isInteger);
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(digits, '0')}`;
}
