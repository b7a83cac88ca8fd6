-- Drills are few among many: a list of them does not read the others.
CREATE INDEX "report_drill_idx" ON "report"("filed_at" DESC, "id" DESC) WHERE "drill";
-- The columns of a department's board by severity, in the order of its cards.
CREATE INDEX "report_open_level_idx" ON "report"("primary_unit", "level", "next_due", "number") WHERE "open";
