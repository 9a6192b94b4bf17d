import { describe, expect, it } from '@jest/globals';
import { acceptancePage } from '../../api/plain/views/acceptancePage.tsx';
import { tasksPage } from '../../api/plain/views/tasksPage.tsx';
import type { FrozenFacts } from '../../domain/records/reading.ts';
import { accepted, approvalGroup, approvals, flood, formOf, ownForm, requestForm } from '../support/samples/acceptances.ts';
import { tasks } from '../support/samples/pages.ts';

const textOf = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const page = (forms = approvals, over = {}) =>
  tasksPage(tasks([approvalGroup(forms)], { by: 'login', now: '2026-10-21T08:00:00.000Z', ...over }));
const withFacts = (over: Partial<FrozenFacts>, asks = 'approve') =>
  textOf(page([formOf('RSK-1', 'A risk', { ...flood, ...over }, { asks })]));

describe('The page of decisions', () => {
  it('When five runs ask, each has its facts, its own fields and what was seen, and one button records them', () => {
    const html = page();
    expect(html.match(/class="box task decide/g)).toHaveLength(5);
    expect(html.match(/type="submit"/g)).toHaveLength(3); // beside it: signing out, and a comment
    for (const { name } of approvals) {
      expect(html).toContain(`name="${name}.decision"`);
      expect(html).toContain(`name="${name}.seen" value="1"`);
    }
    expect(textOf(html)).toContain('Record my decisions');
    expect(textOf(html)).toContain('Risk acceptance, five runs.');
  });

  it('When nobody has chosen yet, nothing is chosen', () => {
    expect(page(approvals.slice(0, 1))).not.toContain('checked=""');
  });

  it('When one has another date, it says its own', () => {
    expect(textOf(page()).match(/By Thu 29 Oct/g)).toHaveLength(1);
  });

  it('When the risk is as it was frozen, nothing is said of a change; else in what, and what follows', () => {
    expect(withFacts({})).not.toContain('is not what was frozen any more');
    const differences: FrozenFacts['differences'] = [{ kind: 'level', likelihood: 4, consequence: 4, band: 'high' }];
    expect(withFacts({ differences })).toContain('Level now: High, likely (4) and major (4)');
    expect(withFacts({ differences })).toContain('it cannot be approved');
    expect(withFacts({ differences }, 'request')).toContain('What goes to top management is the risk as it is now.');
    expect(withFacts({ differences, authority: 'riskOwner' }, 'request')).toContain('you are asked again about the risk as it is now');
  });

  it('When the owner decides alone, the page says that nobody else has to approve; else where the request goes', () => {
    expect(textOf(page([ownForm]))).toContain('Medium: its owner. Nobody else has to approve.');
    expect(textOf(page([requestForm]))).toContain('Your request goes there.');
  });

  it('When a request came back, it says why, and what was written before is filled in while nothing is chosen', () => {
    const html = page([requestForm]);
    expect(textOf(html)).toContain('What does an earlier line cost?');
    expect(html).toContain('>The power line comes in January.</textarea>');
    expect(html).not.toContain('checked=""');
  });
});

describe('The page of an acceptance', () => {
  it('When the reader may revoke it, the form says what that does; else there is none', () => {
    expect(acceptancePage(accepted)).toContain('action="/acceptances/RSK-023-v5/revocation"');
    expect(acceptancePage({ ...accepted, form: undefined })).not.toContain('revocation');
  });

  it('When the risk has changed since, it says in what', () => {
    const differences: FrozenFacts['differences'] = [{ kind: 'owner', name: 'Petra Lindner' }];
    expect(textOf(acceptancePage({ ...accepted, facts: { ...accepted.facts, differences } }))).toContain('Owner now: Petra Lindner');
  });
});
