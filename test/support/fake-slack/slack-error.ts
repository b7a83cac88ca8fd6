/** An answer with `ok: false`. */
export class SlackApiError extends Error {
  readonly slackError: string;
  readonly detail: Record<string, unknown>;

  constructor(slackError: string, detail: Record<string, unknown> = {}) {
    super(slackError);
    this.slackError = slackError;
    this.detail = detail;
  }
}
