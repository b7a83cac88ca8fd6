export const PERSONAL_DATA_KINDS = [
  'basic_pension_number',
  'pension_certificate',
  'my_number',
  'employment_insurance',
  'access_key',
  'insurance_symbol',
  'phone',
  'postal_code',
  'address',
  'name',
  'birth_date',
  'bank_account',
  'email',
  // Somebody's number, though nothing says of which sort.
  'number',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** UTF-16 offsets in the text as given, `end` exclusive; sorted, never overlapping. */
export interface FoundPersonalData {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

export interface Masked {
  text: string;
  found: FoundPersonalData[];
  /** What the message touches that needs special care: flagged, never masked. */
  sensitive: string[];
}

/** What belongs to the organisation itself and is therefore left readable. */
export interface MaskSettings {
  ownPhones: string[];
  ownEmailDomains: string[];
  ownAddresses: string[];
  officeNames: string[];
  staffNames?: string[];
}

/**
 * What a detector saw, in offsets of the folded text. `public` protects its span:
 * a report number or an own telephone number is not masked, whatever else it looks like.
 */
export interface Finding {
  kind: PersonalDataKind | 'public';
  start: number;
  end: number;
  /** Too unlikely to be hidden by itself: it only says how far a finding of the same kind may reach. */
  isHint?: true;
}

export type Detector = (text: string) => Finding[];
