import type { Locale } from '../../../../domain/organization.ts';
import { Menu } from './menu.tsx';
import type { RailProps } from './rail.tsx';
import { Settings } from './settings.tsx';

export type SheetName = 'menu' | 'settings' | null;

export interface SheetsProps {
  sheet: SheetName;
  setSheet: (change: (now: SheetName) => SheetName) => void;
  rail: RailProps;
  speak: (locale: Locale) => Promise<boolean>;
}

/** A sheet that closes leaves another one, which it has led to, open. */
export function Sheets({ sheet, setSheet, rail, speak }: SheetsProps) {
  const close = (name: SheetName) => setSheet((now) => (now === name ? null : now));
  return (
    <>
      {sheet === 'menu' && <Menu {...rail} close={() => close('menu')} />}
      {sheet === 'settings' && <Settings speak={speak} close={() => close('settings')} />}
    </>
  );
}
