import { useEffect, useState } from 'preact/hooks';

const EVENTS = ['focus', 'blur'] as const;

/** Whether somebody is looking: the page is shown and its window has the focus. */
export function useAttention(): boolean {
  const [attentive, setAttentive] = useState(isAttentive);
  useEffect(() => {
    const look = () => setAttentive(isAttentive());
    for (const event of EVENTS) addEventListener(event, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      for (const event of EVENTS) removeEventListener(event, look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return attentive;
}

function isAttentive(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
