import { useId } from 'preact/hooks';
import type { TargetedKeyboardEvent } from 'preact';
import { useSay } from '../say.ts';
import type { Composer as ComposerState } from './use-composer.ts';

export interface ComposerProps {
  label: string;
  composer: ComposerState;
}

/** Enter sends, Shift+Enter breaks the line; Enter that ends a kana conversion does neither. */
export function Composer({ label, composer }: ComposerProps) {
  const say = useSay();
  const notice = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    void composer.send();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !isConverting(event)) submit(event);
  };
  const refuseFiles = (event: ClipboardEvent | DragEvent) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    if (!data || data.files.length === 0) return;
    event.preventDefault();
    composer.tell({ tone: 'alert', text: say('pii.image') });
  };

  return (
    <form
      class="composer"
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={refuseFiles}
    >
      <div id={notice} role={composer.notice?.tone === 'alert' ? 'alert' : 'status'}>
        {composer.notice && <p class={`notice notice-${composer.notice.tone}`}>{composer.notice.text}</p>}
      </div>
      <div class="composer-row">
        <textarea
          aria-label={label}
          aria-describedby={notice}
          placeholder={label}
          rows={1}
          value={composer.text}
          readOnly={composer.sending}
          onInput={(event) => composer.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={refuseFiles}
        />
        <button type="submit" class="primary" aria-disabled={composer.sending || composer.text.trim() === ''}>
          {say('btn.send')}
        </button>
      </div>
    </form>
  );
}

/** Some browsers report the Enter that ends a conversion as a plain one, which only the old code 229 tells apart. */
function isConverting(event: TargetedKeyboardEvent<HTMLTextAreaElement>): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no successor to it
  return event.isComposing || event.keyCode === 229;
}
