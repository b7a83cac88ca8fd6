/** The part of Adaptive Cards 1.5 that is used here, as it goes over the wire. */
export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: string;
  version: '1.5';
  lang: string;
  fallbackText: string;
  body: CardElement[];
}

export type CardElement = TextBlock | Container | ActionSet | CardInput;

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

export interface Container {
  type: 'Container';
  style?: 'emphasis';
  items: CardElement[];
}

export interface ActionSet {
  type: 'ActionSet';
  actions: ExecuteAction[];
}

/** Clients from before 1.4 take the fallback: the same press, submitted. */
export interface ExecuteAction {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: object;
  style: 'default' | 'positive' | 'destructive';
  fallback: { type: 'Action.Submit'; title: string; data: object };
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
  placeholder?: string;
}

export interface DateInput extends InputBase {
  type: 'Input.Date';
}

export interface TimeInput extends InputBase {
  type: 'Input.Time';
}

export interface ChoiceSetInput extends InputBase {
  type: 'Input.ChoiceSet';
  style: 'compact' | 'expanded' | 'filtered';
  choices: { title: string; value: string }[];
  placeholder?: string;
}
