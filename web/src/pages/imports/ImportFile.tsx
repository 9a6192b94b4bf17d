import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Importable } from '../../../../domain/importable.ts';
import type { ImportReport } from '../../../../domain/records/importReport.ts';
import { sendFile } from '../../data/client.ts';
import { useRecording } from '../../data/recording.ts';
import { Card } from '../../parts/Card.tsx';
import { Field, SelectField, TextField } from '../../parts/recording/fields.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { Report } from './Report.tsx';
import { importable } from './registers.ts';

const route = getRouteApi('/imports');

/** A chosen file, with what tells it from another of the same name. */
type Chosen = { file: File; name: string; size: number; at: number };
type Sending = Chosen & { sheet: string; apply: boolean };

/** First what is in the file, then all of its rows or none. */
export function ImportFile({ register }: { register: Importable }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [sheet, setSheet] = useState('');
  const [report, setReport] = useState<ImportReport | undefined>(undefined);
  const [files, setFiles] = useState(0);
  const sending = ({ file, sheet: of, apply }: Sending, key: string) =>
    sendFile<ImportReport>(
      `/registers/${register}/import`,
      { apply: apply ? 'true' : undefined, sheet: of === '' ? undefined : of },
      file,
      key,
    );
  const reading = useRecording(sending, setReport);
  const applying = useRecording(sending, async ({ import: id }) => {
    setReport(undefined);
    setChosen(undefined);
    setFiles((before) => before + 1);
    if (id !== undefined) await navigate({ search: { register, import: id } });
  });
  const choose = (file: File | undefined) => {
    setReport(undefined);
    setChosen(file === undefined ? undefined : { file, name: file.name, size: file.size, at: file.lastModified });
  };
  return (
    <Card title={t('imports.import')}>
      <RecordForm
        recording={reading}
        act={t('imports.look')}
        onSubmit={() => chosen !== undefined && reading.record({ ...chosen, sheet, apply: false })}
        minor={report !== undefined}
        label={t('imports.import')}
      >
        <SelectField
          label={t('imports.register')}
          help={t('imports.registerHelp')}
          value={register}
          options={importable.map((value) => ({ value, label: t(`registerNames.${value}`) }))}
          onChange={(other) => navigate({ search: { register: other } })}
        />
        <Field label={t('imports.file')} help={t('imports.fileHelp')}>
          {(is) => (
            <input
              key={files}
              {...is}
              type="file"
              required
              accept=".csv,.xlsx,text/csv"
              onChange={({ target }) => choose(target.files?.[0])}
            />
          )}
        </Field>
        <TextField label={t('imports.sheet')} help={t('imports.sheetHelp')} value={sheet} onChange={setSheet} />
      </RecordForm>
      {report !== undefined && chosen !== undefined && (
        <Report report={report} applying={applying} onApply={() => applying.record({ ...chosen, sheet, apply: true })} />
      )}
    </Card>
  );
}
