-- Reasons given lately, with which a new one is compared: read from the end.
CREATE INDEX ledger_event_decision ON ledger_event (position DESC) WHERE kind = 'decision_given';
