import { useTranslation } from 'react-i18next';
import type { Document } from '../../../../domain/records/document.ts';
import { useNames } from '../../data/names.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts } from '../../parts/Facts.tsx';
import type { CockpitWords } from '../../words/en.ts';

/** What kind of document it is, whose, for whom, and what it answers. */
export function FactsCard({ document }: { document: Document }) {
  const { t, i18n } = useTranslation();
  const { kind, owner, reviewers, audience, classification, language, references, keptAt, reviewEvery } = document;
  const name = useNames([owner, ...reviewers]);
  const fact = (key: keyof CockpitWords['checks']['documents']['one']['fact']) => t(`checks.documents.one.fact.${key}`);
  const list = (all: readonly string[]) => new Intl.ListFormat(i18n.language).format(all);
  return (
    <Card title={t('checks.documents.one.facts')}>
      <Facts
        facts={[
          { name: fact('kind'), said: t(`checks.documents.kind.${kind}`) },
          { name: fact('owner'), said: name(owner) },
          { name: fact('reviewers'), said: list(reviewers.map(name)) },
          { name: fact('audience'), said: audience && <For audience={audience} /> },
          { name: fact('classification'), said: t(`checks.documents.one.classification.${classification}`) },
          { name: fact('language'), said: t(`checks.documents.one.language.${language}`) },
          { name: fact('references'), said: references.join(', ') },
          { name: fact('keptAt'), said: keptAt },
          { name: fact('reviewEvery'), said: t('checks.documents.one.everyMonths', { count: reviewEvery }) },
        ]}
      />
    </Card>
  );
}

function For({ audience: { roles, sites, people } }: { audience: NonNullable<Document['audience']> }) {
  const { t } = useTranslation();
  const said = [
    ...roles.map((role) => t(`checks.role.${role}`)),
    ...(sites.length > 0 ? [t('checks.documents.one.audience.sites', { list: sites.join(', ') })] : []),
    ...(people.length > 0 ? [t('checks.documents.one.audience.people', { count: people.length })] : []),
  ];
  return said.join(', ');
}
