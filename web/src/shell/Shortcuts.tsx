import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Who } from '../data/queries.ts';
import { TickField } from '../parts/recording/fields.tsx';
import { type Place, placesFor } from './places.ts';
import css from './shell.module.css';
import { areShortcutsOn, turnShortcuts } from './shortcutSwitch.ts';
import { useShortcuts } from './useShortcuts.ts';

type Props = { who: Who; isOpen: boolean; onOpen(isOpen: boolean): void };

/** The keys that do something, which are they, and whether they shall. */
export function Shortcuts({ who, isOpen, onOpen }: Props) {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(areShortcutsOn);
  const places = useMemo(() => placesFor(who).filter(({ letter }) => letter !== undefined), [who]);
  useShortcuts({ isOn, places, onHelp: useCallback(() => onOpen(true), [onOpen]) });
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  const turn = (on: boolean) => {
    turnShortcuts(on);
    setOn(on);
  };
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby="shortcuts" onClose={() => onOpen(false)}>
      <h2 id="shortcuts">{t('shortcuts.title')}</h2>
      <List places={places} />
      <TickField label={t('shortcuts.on')} help={t('shortcuts.onHelp')} value={isOn} onChange={turn} />
      <div className={css.close}>
        <Button variant="default" size="md" onClick={() => dialog.current?.close()}>
          {t('shortcuts.close')}
        </Button>
      </div>
    </dialog>
  );
}

function List({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  return (
    <dl>
      <dt>{t('shortcuts.search')}</dt>
      <dd>
        <kbd>/</kbd>
      </dd>
      <dt>{t('shortcuts.help')}</dt>
      <dd>
        <kbd>?</kbd>
      </dd>
      {places.map(({ to, name, letter }) => (
        <Going key={to} name={t(name)} letter={letter ?? ''} />
      ))}
    </dl>
  );
}

const Going = ({ name, letter }: { name: string; letter: string }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <kbd>g</kbd> <kbd>{letter}</kbd>
    </dd>
  </>
);
