import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Control, ControlKind } from '../../../../domain/records/control.ts';
import { session } from '../../data/queries.ts';
import { useAnswer, useRows } from '../../data/records.ts';
import { manages } from '../../data/rights.ts';
import { ImportRegister } from '../../parts/ImportRegister.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { LongTable } from '../../parts/table/LongTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import type { ControlSearch } from '../../routes/registers.ts';
import { useDays } from '../../words/useDays.ts';
import { ControlFilters } from './ControlFilters.tsx';
import { controlColumns } from './controlColumns.tsx';

export type ControlSummary = {
  controls: number;
  inPlace: number;
  byKind: { kind: ControlKind; controls: number }[];
  byEffectiveness: { effectiveness: Control['effectiveness']; controls: number }[];
  expired: number;
  owners: { id: string; name: string; records: number }[];
};

const queryOf = ({ status = 'standing', ...rest }: Omit<ControlSearch, 'status'> & { status?: string }) => ({
  ...rest,
  ...(status !== 'all' && { status }),
});

/** The organization's own controls: of which kind, whose, and whether they work. */
export function Controls() {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const search = useSearch({ from: '/controls' });
  const summary = useAnswer<ControlSummary>('/controls/summary', {});
  const { rows, hasMore, onMore } = useRows<Control>('/registers/controls', queryOf(search));
  if (summary === undefined || rows === undefined) return <Waiting />;
  const names = new Map(summary.owners.map(({ id, name }) => [id, name]));
  const isEmpty = summary.controls === 0 && rows.length === 0;
  return (
    <>
      <PageHead
        name={t('registers.controls.name')}
        title={isEmpty ? t('registers.controls.none') : newsOf(t, summary)}
        under={isEmpty ? t('registers.controls.noneMore') : kindsOf(t, summary, i18n.language)}
        acts={
          <>
            {isEmpty && <ImportRegister register="controls" />}
            <AddControl isMain={isEmpty} />
          </>
        }
      />
      {!isEmpty && <ControlFilters summary={summary} search={search} />}
      {rows.length === 0 && !isEmpty && <p className="soft">{t('registers.controls.noneFits')}</p>}
      {rows.length > 0 && (
        <LongTable
          caption={t('registers.controls.name')}
          columns={controlColumns(t, { nameOf: (id) => names.get(id ?? '') ?? '', ...days })}
          rows={rows}
          keyOf={({ id }) => id}
          hasMore={hasMore}
          onMore={onMore}
        />
      )}
    </>
  );
}

function newsOf(t: TFunction, { controls, inPlace, expired, byEffectiveness }: ControlSummary): string {
  const works = byEffectiveness.find(({ effectiveness }) => effectiveness === 'effective')?.controls ?? 0;
  const said = t('registers.controls.news', { count: controls, inPlace, works });
  return expired === 0 ? said : `${said}; ${t('registers.controls.expired', { count: expired })}`;
}

const kindsOf = (t: TFunction, { byKind }: ControlSummary, language: string): string =>
  new Intl.ListFormat(language, { type: 'unit' }).format(
    byKind.filter(({ controls }) => controls > 0).map(({ kind, controls }) => `${t(`registers.kind.${kind}`)} ${controls}`),
  );

function AddControl({ isMain }: { isMain: boolean }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  return manages(who) ? (
    <Button variant={isMain ? 'filled' : 'default'} renderRoot={(props) => <Link to="/new-control" {...props} />}>
      {t('registers.controls.add')}
    </Button>
  ) : null;
}
