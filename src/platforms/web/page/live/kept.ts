/** What keeps text in the browser: for the tab (`sessionStorage`) or beyond it (`localStorage`). */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
