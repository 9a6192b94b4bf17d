import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '../../../domain/calendar.ts';
import { exampleOrganization } from '../../../domain/example/index.ts';
import { unknownPlace } from '../../../domain/holidays.ts';
import { nextPeriod, periodBounds, periodOf, previousPeriod } from '../../../domain/period.ts';
import { Control } from '../../../domain/records/control.ts';
import { Measure, Objective } from '../../../domain/records/measurement.ts';
import { Person } from '../../../domain/records/person.ts';
import { Assessment, Risk } from '../../../domain/records/risk.ts';
import { RiskCriteria } from '../../../domain/records/riskCriteria.ts';
import { Settings } from '../../../domain/records/settings.ts';
import { isDue } from '../../../domain/reviewDates.ts';
import { effectivenessOn, isCheckDue } from '../../../domain/rules/control.ts';
import { bandOf, isAbove } from '../../../domain/rules/risk.ts';

const at = '2026-11-24T09:00:00.000Z';
const example = exampleOrganization({ at, adminEmail: 'Hanna@Example.org' });
const { settings, criteria, people, controls, risks, assessments, objectives, measures } = example;

const annexA = JSON.parse(readFileSync(new URL('../../../domain/annexA.json', import.meta.url), 'utf8')) as { id: string }[];
const personIds = new Set(people.map(({ id }) => id));
const kindOf = new Map(controls.map(({ id, kind }) => [id, kind]));
const unique = <T>(values: T[]) => new Set(values).size === values.length;

/** Starts of quarters, ends of quarters, a leap day, New Year: the data must hold whenever somebody starts the product. */
const anyDay = ['2026-10-01', '2026-12-31', '2027-01-01', '2028-02-29', '2026-05-31', '2026-07-01'].map((day) => `${day}T12:00:00.000Z`);

describe('The example organization', () => {
  it('When it is made, every record is a valid one of its kind', () => {
    expect(Settings.parse(settings)).toEqual(settings);
    expect(RiskCriteria.parse(criteria)).toEqual(criteria);
    for (const person of people) expect(Person.parse(person)).toEqual(person);
    for (const control of controls) expect(Control.parse(control)).toEqual(control);
    for (const risk of risks) expect(Risk.parse(risk)).toEqual(risk);
    for (const assessment of assessments) expect(Assessment.parse(assessment)).toEqual(assessment);
    for (const objective of objectives) expect(Objective.parse(objective)).toEqual(objective);
    for (const measure of measures) expect(Measure.parse(measure)).toEqual(measure);
  });

  it('When it is counted, it is twelve people in two sites with 24 risks', () => {
    expect([people.length, settings.sites.length, risks.length, assessments.length]).toEqual([12, 2, 24, 24]);
    expect(unique(people.map(({ id }) => id)) && unique(people.map(({ email }) => email)) && unique(controls.map(({ id }) => id))).toBe(
      true,
    );
    expect(risks.map(({ id }) => id)).toEqual(risks.map((_, i) => `RSK-${String(i + 1).padStart(3, '0')}`));
    expect(new Set(risks.map(({ owner }) => owner)).size).toBeGreaterThanOrEqual(8);
  });

  it('When a record names another, that one exists', () => {
    for (const { manager, deputy, site, id } of people) {
      for (const named of [manager, deputy]) if (named !== undefined) expect(personIds).toContain(named);
      expect([manager, deputy]).not.toContain(id);
      expect(settings.sites.map((s) => s.id)).toContain(site);
    }
    for (const { owner } of [...risks, ...controls]) expect(personIds).toContain(owner);
    for (const risk of risks) for (const { control } of risk.controls) expect(kindOf.has(control)).toBe(true);
    for (const { annexA: named } of controls) for (const id of named) expect(annexA.map((a) => a.id)).toContain(id);
    expect(settings.sites.map(({ id }) => id)).toContain(settings.defaultSite);
  });

  it('When somebody owns a risk, the person holds the role of a risk owner', () => {
    const owners = people.filter(({ roles }) => roles.some(({ role }) => role === 'riskOwner')).map(({ id }) => id);
    expect(new Set(risks.map(({ owner }) => owner))).toEqual(new Set(owners));
  });

  it('When the ISMS manager is looked for, there is exactly one and the address is the given one', () => {
    const managers = people.filter(({ roles }) => roles.some(({ role }) => role === 'ismsManager'));
    expect(managers.map(({ email }) => email)).toEqual(['hanna@example.org']);
    for (const { email } of people) if (email !== 'hanna@example.org') expect(email).toMatch(/@tessel\.example$/);
  });

  it('When managers are followed upwards, everybody ends at the same person of top management', () => {
    const top = (id: string, steps = 0): string => {
      const manager = people.find((p) => p.id === id)?.manager;
      if (steps > people.length) throw new Error(`a circle above ${id}`);
      return manager === undefined ? id : top(manager, steps + 1);
    };
    expect(new Set(people.map(({ id }) => top(id))).size).toBe(1);
  });

  it('When a risk is treated, at least two kinds of controls work on it', () => {
    const kinds = (risk: Risk) => new Set(risk.controls.map(({ control }) => kindOf.get(control))).size;
    expect(risks.filter((risk) => kinds(risk) < 2).map(({ id }) => id)).toEqual([]);
    for (const { controls: links } of risks) expect(unique(links.map(({ control }) => control))).toBe(true);
  });

  it('When a laptop is left in the car, a rule, a password, disk encryption, a signed statement and training work on it', () => {
    const laptop = risks.find(({ id }) => id === 'RSK-017');
    const kinds = laptop?.controls.map(({ control }) => kindOf.get(control)).sort();
    expect(kinds).toEqual(['legal', 'organizational', 'people', 'technological', 'technological']);
  });

  it('When controls are in place, a risk is lower than without them, and its target is no higher', () => {
    for (const { id, inherent, current, residual } of risks) {
      if (!inherent || !current || !residual) throw new Error(`${id} lacks a level`);
      const gain = inherent.likelihood - current.likelihood + (inherent.consequence - current.consequence);
      expect(inherent.likelihood >= current.likelihood && inherent.consequence >= current.consequence && gain > 0).toBe(true);
      expect(residual.likelihood <= current.likelihood && residual.consequence <= current.consequence).toBe(true);
    }
  });

  it('When controls are looked at regularly, it is by somebody who does not own them, some as often as each month', () => {
    const regular = controls.filter(({ checkEvery }) => checkEvery !== undefined);
    expect(new Set(regular.map(({ checkEvery }) => checkEvery))).toEqual(new Set(['month', 'quarter', 'halfYear']));
    for (const { owner, tester } of controls)
      if (tester !== undefined) expect([personIds.has(tester), tester === owner]).toEqual([true, false]);
    expect(regular.some(({ tester }) => tester === undefined)).toBe(true);
    for (const { status } of regular) expect(status).toBe('implemented');
    // Whoever audits has looked after nothing that is audited.
    const auditors = people.filter(({ roles }) => roles.some(({ role }) => role === 'auditor')).map(({ id }) => id);
    expect(controls.filter(({ tester }) => auditors.includes(tester ?? ''))).toEqual([]);
  });

  it('When it has set itself objectives, each says all that is to be planned, and a measure shows whether it is reached', () => {
    expect(objectives.map(({ id }) => id)).toEqual(['OBJ-001', 'OBJ-002', 'OBJ-003']);
    for (const objective of objectives) {
      const { work, resources, responsible, judgedBy, status, approvedBy } = objective;
      for (const said of [work, resources, judgedBy]) expect(said.length).toBeGreaterThan(20);
      expect([personIds.has(responsible), status]).toEqual([true, 'active']);
      const approver = people.find(({ id }) => id === approvedBy?.person);
      expect(approver?.roles.map(({ role }) => role)).toContain('topManagement');
      expect(responsible).not.toBe(approvedBy?.person);
    }
    expect(measures.map(({ objective }) => objective)).toEqual(objectives.map(({ id }) => id));
    for (const { measurer, analyst } of measures)
      expect([personIds.has(measurer), personIds.has(analyst), measurer === analyst]).toEqual([true, true, false]);
    expect(measures.map(({ source }) => source)).toEqual(['asked', 'asked', 'onTime']);
  });

  it('When a control is used nowhere, it is one of the few that belong to the whole organization', () => {
    const used = new Set(risks.flatMap((risk) => risk.controls.map(({ control }) => control)));
    expect(controls.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual(['CTL-01', 'CTL-02']);
  });
});

describe.each([at, ...anyDay])('The judgements of the example organization made at %s', (made) => {
  const { risks, assessments, criteria, settings, people, controls, objectives } = exampleOrganization({
    at: made,
    adminEmail: 'isms@example.org',
  });
  const period = periodOf(made.slice(0, 10));

  it('When a risk shows its last assessment, it is the stored snapshot', () => {
    for (const risk of risks) {
      const { lastAssessment: last, current } = risk;
      const stored = assessments.find(({ id }) => id === last?.id);
      const site = settings.sites.find(({ id }) => id === people.find((p) => p.id === risk.owner)?.site);
      if (!stored || !current || !last || !site) throw new Error(`${risk.id} lacks something`);
      const band = bandOf(criteria, current);
      expect({ likelihood: stored.likelihood, consequence: stored.consequence }).toEqual(current);
      expect([last.band, risk.band, stored.band]).toEqual([band, band, band]);
      expect([risk.acceptance === 'required', stored.aboveAcceptance]).toEqual([isAbove(criteria, band), isAbove(criteria, band)]);
      expect([stored.risk, stored.by.person, stored.criteria]).toEqual([risk.id, risk.owner, criteria.id]);
      expect(makeCalendar(site, settings).dayOf(stored.at)).toBe(last.day);
      expect(makeCalendar(site, settings).isWorkingDay(last.day)).toBe(true);
    }
  });

  it('When the organization begins, every check holds still, and within the next month somebody has something to look at', () => {
    const today = made.slice(0, 10);
    for (const control of controls) expect([control.id, effectivenessOn(control, today)]).toEqual([control.id, control.effectiveness]);
    const { last } = periodBounds(nextPeriod(made.slice(0, 7)));
    const regular = controls.filter(({ checkEvery }) => checkEvery !== undefined);
    expect(regular.filter((control) => isCheckDue(control, last)).map(({ id }) => id)).toContain('CTL-27');
    const later = periodBounds(nextPeriod(nextPeriod(period))).last;
    expect(regular.filter((control) => !isCheckDue(control, later))).toEqual([]);
    for (const { due } of objectives) expect(due > today).toBe(true);
  });

  it('When the quarter begins, all were judged in the quarter before, most are due and a few are not', () => {
    const before = periodBounds(previousPeriod(period));
    for (const { lastAssessment } of risks) {
      expect((lastAssessment?.day ?? '') >= before.first && (lastAssessment?.day ?? '') <= before.last).toBe(true);
    }
    expect(risks.filter((risk) => isDue(risk, period, criteria)).length).toBe(19);
    expect(risks.find(({ id }) => id === 'RSK-017')?.nextReview?.slice(0, 7)).toBe(periodBounds(period).first.slice(0, 7));
  });

  it('When a site is closed on days of its own, those lie in the year of the organization and the next', () => {
    for (const site of settings.sites) {
      expect(site.country === undefined ? undefined : unknownPlace({ country: site.country, region: site.region })).toBeUndefined();
      expect(new Set(site.holidays.map(({ day }) => day.slice(0, 4)))).toEqual(
        new Set([made.slice(0, 4), String(Number(made.slice(0, 4)) + 1)]),
      );
    }
  });
});
