-- What was closed in a week or month, of all units.
CREATE INDEX "report_closed_at_idx" ON "report"("closed_at") WHERE NOT "open";

-- Questions and corrections that were asked of reporters.
CREATE INDEX "ledger_event_asked_idx" ON "ledger_event"("report_id", "seq") WHERE "kind" IN ('asked', 'sent_back');

-- Decisions of a month.
CREATE INDEX "ledger_event_decided_idx" ON "ledger_event"("at") WHERE "kind" = 'decision_given';
