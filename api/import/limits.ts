/** How much a file may hold. Rows count as a spreadsheet shows them, blank ones included; the header is one more. */
export const limits = { megabytes: 20, rows: 50_000, columns: 500, cells: 2_000_000, characters: 20_000_000 };

export const splitIt = 'Split it and import the parts.';
