/** The part of Adaptive Cards 1.5 that is used here, as it goes over the wire. */
export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: string;
  version: '1.5';
  lang: string;
  fallbackText: string;
  body: CardElement[];
}

export type CardElement = TextBlock | FactSet | Container | ActionSet | CardInput;

export interface TextBlock {
  type: 'TextBlock';
  text: string;
  wrap: true;
  id?: string;
  weight?: 'Bolder';
  size?: 'Small';
  isSubtle?: true;
  color?: 'Attention';
}

/** Names and what is known, in two columns. */
export interface FactSet {
  type: 'FactSet';
  facts: { title: string; value: string }[];
}

export interface Container {
  type: 'Container';
  id?: string;
  isVisible?: false;
  style?: 'emphasis';
  items: CardElement[];
}

export interface ActionSet {
  type: 'ActionSet';
  actions: CardAction[];
}

export type CardAction = ExecuteAction | ToggleAction;

/** Clients from before 1.4 take the fallback: the same press, submitted. */
export interface ExecuteAction {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: object;
  style: 'default' | 'positive' | 'destructive';
  fallback: { type: 'Action.Submit'; title: string; data: object };
}

/** Shows and hides parts of the card on the spot; nothing is sent. */
export interface ToggleAction {
  type: 'Action.ToggleVisibility';
  title: string;
  targetElements: { elementId: string; isVisible: boolean }[];
}

export type CardInput = TextInput | DateInput | TimeInput | ChoiceSetInput;

interface InputBase {
  id: string;
  label: string;
  value?: string;
}

export interface TextInput extends InputBase {
  type: 'Input.Text';
  isMultiline: boolean;
  maxLength?: number;
}

export interface DateInput extends InputBase {
  type: 'Input.Date';
  /** Of a day still to come: not part of Adaptive Cards, and left out by hosts that do not know it. */
  ahead?: true;
}

export interface TimeInput extends InputBase {
  type: 'Input.Time';
}

export interface ChoiceSetInput extends InputBase {
  type: 'Input.ChoiceSet';
  style: 'compact' | 'expanded' | 'filtered';
  choices: Choice[];
}

export interface Choice {
  title: string;
  value: string;
  /** Heading under which a long list shows it: not part of Adaptive Cards, and left out by hosts that do not know it. */
  group?: string;
}
