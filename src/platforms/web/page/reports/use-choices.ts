import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../../../domain/organization.ts';
import type { ReportChoices } from '../../api-reports.ts';
import { api } from '../live/api-client.ts';

/** What lists can be narrowed by, in a language; null until it is there, and not asked for before it is wanted. */
export function useChoices(locale: Locale, wanted: boolean): ReportChoices | null {
  const [known, setKnown] = useState<{ locale: Locale; choices: ReportChoices } | null>(null);
  const missing = wanted && known?.locale !== locale;

  useEffect(() => {
    if (!missing) return;
    const asked = { stale: false };
    void api.choices().then((reply) => {
      if (reply.ok && !asked.stale) setKnown({ locale, choices: reply.value });
    });
    return () => {
      asked.stale = true;
    };
  }, [locale, missing]);

  return known?.locale === locale ? known.choices : null;
}
