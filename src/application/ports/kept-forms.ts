import type { Instant } from '../../domain/business-time.ts';
import type { FormValues } from '../../domain/view.ts';

/** What somebody has typed into a form and not sent. */
export interface KeptForm {
  person: string;
  /** See `formKey`. */
  form: string;
  /** Masked; of the fields that were changed. */
  values: FormValues;
  /** Grows with what is typed, by the clock of the platform. */
  version: number;
  at: Instant;
}

export interface KeptFormReader {
  /** null for nothing, and for what was kept before a moment. */
  of(person: string, form: string, since: Instant): Promise<FormValues | null>;
}

export interface KeptFormWriter extends KeptFormReader {
  /** Instead of what was kept of the same form, unless that is of a later version. */
  keep(kept: KeptForm): Promise<void>;
  forget(person: string, form: string): Promise<void>;
  /** Of whomever. */
  forgetBefore(moment: Instant): Promise<void>;
}
