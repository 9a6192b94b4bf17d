import { z } from 'zod';

/** What is searched, in the order in which it is shown; each is called like its collection. */
export const Searched = z
  .enum(['people', 'risks', 'controls', 'documents', 'nonconformities', 'objectives', 'runs', 'tasks'])
  .meta({ id: 'Searched' });
export type Searched = z.infer<typeof Searched>;

/** A record that was found, as a list of all kinds shows it. */
export const SearchResult = z
  .strictObject({
    kind: Searched,
    id: z.string(),
    title: z.string(),
    about: z.string().optional().meta({ description: 'What a task is about.' }),
    run: z.string().optional().meta({ description: 'The run of a task.' }),
    status: z.string().meta({ description: 'As the record of its kind has it.' }),
    who: z.string().optional().meta({ description: 'Name of whoever it belongs to, or who is asked.' }),
    mine: z.boolean().optional().meta({ description: 'A task that is asked of the caller.' }),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchResults = z
  .strictObject({
    items: z.array(SearchResult).meta({ description: 'By kind; within a kind, what an id begins with stands first.' }),
    more: z.array(Searched).meta({ description: 'Kinds of which there are more than were asked for.' }),
  })
  .meta({ id: 'SearchResults' });
export type SearchResults = z.infer<typeof SearchResults>;
