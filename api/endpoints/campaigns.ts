import { z } from 'zod';
import { Audience, Campaign, CampaignAnswer, CampaignProgress } from '../../domain/records/campaign.ts';
import { answerCampaign, campaignProblems, campaignProgress } from '../campaigns.ts';
import { endpoint } from '../endpoint.ts';
import { changing, creating, listing, reading } from '../register.ts';

const id = z.strictObject({ id: z.string().max(300) });
const { roles, sites, people } = Audience.shape;

const NewCampaign = z
  .strictObject({
    ...{ id: Campaign.shape.id, title: Campaign.shape.title, kind: Campaign.shape.kind, text: Campaign.shape.text.pipe(z.string().min(3)) },
    control: Campaign.shape.control.meta({ description: 'The control that it puts in place, if it does.' }),
    audience: z.strictObject({ roles: roles.default([]), sites: sites.default([]), people: people.default([]) }).meta({
      description: 'Who holds one of the roles (`everyone` is everybody), at these sites where some are named; and these people.',
    }),
    workingDays: Campaign.shape.workingDays.default(10),
  })
  .meta({ id: 'NewCampaign', description: 'It asks nobody yet: open a run of the process `campaign` about it.' });

export const campaigns = [
  listing('campaigns', ['status', 'kind', 'control']),
  reading('campaigns'),
  creating({
    register: 'campaigns',
    body: NewCampaign,
    complete: async (campaign) => ({ ...campaign, status: 'draft' as const }),
    problems: campaignProblems,
  }),
  changing({ register: 'campaigns', fixed: ['status', 'run', 'due', 'counts', 'origin'], problems: campaignProblems }),
  endpoint({
    method: 'get',
    path: '/api/v1/campaigns/{id}',
    tag: 'registers',
    summary: 'How far a campaign is, so many of so many, and what it asks of you.',
    allow: 'signedIn',
    params: id,
    output: CampaignProgress,
    handle: async ({ api, caller, params }) => campaignProgress(api, caller, params.id),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/campaigns/{id}/answers',
    tag: 'registers',
    summary: 'Answer for yourself. Said again, it is answered with what you said first.',
    allow: 'signedIn',
    params: id,
    body: z.strictObject({
      outcome: z.unknown().meta({ description: '`{ "statement": "accepted" }`, or `{ "training": "completed" }`.' }),
    }),
    output: CampaignAnswer,
    also: { 409: 'It is not asked of you any more.', 422: 'Paths say what is wrong.' },
    handle: async ({ api, caller, params, body, key, repeated }) =>
      answerCampaign(api, caller, params.id, { outcome: body.outcome, key, repeated }),
  }),
];
