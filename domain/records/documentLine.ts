import { z } from 'zod';
import { CampaignCounts } from './campaign.ts';
import { Day } from './common.ts';
import { Document, DocumentVersion } from './document.ts';

/** A document as lists show it: which version is in force since when, when it is looked at again, and who has acknowledged it. */
export const DocumentLine = z
  .strictObject({
    id: Document.shape.id,
    title: Document.shape.title,
    kind: Document.shape.kind,
    status: Document.shape.status,
    owner: z.string(),
    ownerName: z.string(),
    number: z.int().optional().meta({ description: 'Of the version in force.' }),
    approvedOn: Day.optional(),
    nextReview: Day.optional(),
    overdue: z.boolean().meta({ description: 'It should have been looked at again.' }),
    underWay: z
      .strictObject({ number: z.int(), status: DocumentVersion.shape.status })
      .optional()
      .meta({ description: 'The version that is being made.' }),
    acknowledged: CampaignCounts.extend({ campaign: z.string() })
      .optional()
      .meta({ description: 'Of the version in force, if it is to be acknowledged.' }),
  })
  .meta({ id: 'DocumentLine' });
export type DocumentLine = z.infer<typeof DocumentLine>;
