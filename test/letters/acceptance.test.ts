import { describe, expect, it } from '@jest/globals';
import { composeMail } from '../../activities/letters/compose.tsx';
import type { Section } from '../../activities/letters/types.ts';
import { acceptanceNews, approveAsked, requestAsked, requestRecorded } from '../support/samples/acceptances.ts';
import { escalation, mailOf, proposal } from '../support/samples/letters.ts';

const textOf = (section: Section, over = {}) =>
  composeMail(mailOf([section], { link: undefined, now: '2026-10-21T07:00:00.000Z', ...over })).text.replace(/\s+/g, ' ');
const subjectOf = (section: Section) => composeMail(mailOf([section], { now: '2026-10-21T07:00:00.000Z' })).subject;
const page = 'https://isms.tessel.example/decisions/riskAcceptance/approve';

describe('A mail that asks for decisions', () => {
  it('When five of five runs are to be approved, it is one matter with one button, and says who asks for each', () => {
    expect(subjectOf(approveAsked())).toBe('[ISMS] Action by 27 Oct: Approve 5 risk acceptances');
    const text = textOf(approveAsked());
    expect(text.split('/decisions/')).toHaveLength(2);
    expect(text).toContain(`Sign in and decide: ${page}`);
    expect(text).toContain('RSK-023 asked for by Marta Nogueira, 20 Oct');
    expect(text).toContain('Risk acceptance, five runs. ISO/IEC 27001:2022');
  });

  it('When there are up to three runs, they are named', () => {
    const two = approveAsked({ runs: ['riskAcceptance-RSK-1-v2', 'riskAcceptance-RSK-2-v2'] });
    expect(textOf(two)).toContain('Risk acceptance, riskAcceptance-RSK-1-v2 and riskAcceptance-RSK-2-v2.');
  });

  it('When an owner is asked, it says as of when, and not how often something has changed since', () => {
    const text = textOf(requestAsked());
    expect(text).toContain('RSK-023 as it stood on 19 Oct');
    expect(text).not.toMatch(/changes? since/);
  });

  it('When a request came back, it says from whom, and that the reason stands on the page', () => {
    const text = textOf(requestAsked({ cameBack: { by: 'Martin Seidel' } }));
    expect(text).toContain('Came back: decide on risk RSK-023');
    expect(text).toContain('Martin Seidel has returned your request. What is missing stands on the page');
  });

  it('When the owner has asked and another has to approve, the receipt says that it goes on', () => {
    expect(textOf(requestRecorded)).toContain('Retained for now, Tue 20 Oct 11:12');
    expect(textOf(requestRecorded)).toContain('It goes to whoever has to approve it');
    expect(textOf({ ...requestRecorded, toApprove: undefined })).not.toContain('approve');
  });
});

describe('A mail that an approval is late', () => {
  const late = { ...approveAsked({ left: -1 }), kind: 'escalation' as const, mine: false, assignee: 'Martin Seidel', also: [] };

  it('When it is for the deputy, it leads to the page of decisions and speaks of no other task', () => {
    const text = textOf(escalation({ ...late, as: 'deputy', level: 1, mayDecide: true }));
    expect(text).toContain(`Sign in and decide: ${page}`);
    expect(text).toContain('answer in place of Martin Seidel');
    expect(text).not.toContain('give the task to somebody else');
  });

  it('When it is for the ISMS manager, who does not decide it, it leads to the run and says who can be asked instead', () => {
    const hanna = { to: { name: 'Hanna Vogt', first: 'Hanna' }, ismsManager: 'Hanna Vogt' };
    const text = textOf(escalation({ ...late, as: 'ismsManager', level: 2, mayDecide: false }), hanna);
    expect(text).toContain('See the run: https://isms.tessel.example/runs/');
    expect(text).toContain('give the task to somebody else');
    expect(text).not.toContain('answer in place of');
  });
});

describe('A mail about what became of an acceptance', () => {
  it.each([
    ['accepted', 'RSK-023 may be retained until Thursday 21 January 2027', 'It ends before that when level, owner or controls change'],
    ['refused', 'Martin Seidel has refused the acceptance.', 'a treatment is proposed to the ISMS manager'],
    ['undecided', 'called off before it was made', 'stays above the acceptance rule'],
    ['expired', 'the time for which it was decided has passed', 'The risk still needs a decision, so you are asked again.'],
    ['changed', 'is not so any more: the level is another one', 'The risk still needs a decision, so you are asked again.'],
    ['revoked', 'Martin Seidel has revoked it. The reason stands on the page.', 'so you are asked again'],
    ['cancelled', 'its run was cancelled', 'stays above the acceptance rule'],
  ] as const)('When it is %s, it says so and what follows', (said, first, then) => {
    const text = textOf(acceptanceNews({ said, by: 'Martin Seidel', what: 'level', again: true }));
    expect(text).toContain(first);
    expect(text).toContain(then);
    expect(text).toContain('https://isms.tessel.example/acceptances/RSK-023-v5');
  });

  it('When the risk is not above the rule any more, nobody is said to be asked', () => {
    expect(textOf(acceptanceNews({ said: 'expired', again: false }))).toContain('so nothing is asked');
  });

  it('When the reader is not the owner, it is the owner who is asked again', () => {
    expect(textOf(acceptanceNews({ said: 'revoked', again: true, mine: false, by: 'Martin Seidel' }))).toContain(
      'its owner is asked again',
    );
  });

  it('When several end alike, they are one matter with a list', () => {
    const text = textOf(acceptanceNews({ said: 'expired', references: ['RSK-006', 'RSK-023'], again: true, page: '/acceptances' }));
    expect(text).toContain('Two acceptances have ended');
    expect(text).toContain('RSK-006 time has passed');
  });

  it('When a treatment is proposed, it is not called an acceptance that is required', () => {
    const text = textOf(proposal({ what: 'treatment', references: ['RSK-023'] }));
    expect(text).toContain('RSK-023 is to be treated');
    expect(text).not.toContain('acceptance required');
  });
});
