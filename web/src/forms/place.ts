/** Where the form of a task stands on a page of several. */
export const placeOfForm = (id: string): string => `form-${id}`;
