/** Where the program is to be found. While it is down, everybody waits for it to come back. */
export interface Connection {
  address(): Promise<string>;
  connect(address: string): void;
  cut(): void;
}

export function createConnection(): Connection {
  let address: string | null = null;
  let waiting: ((address: string) => void)[] = [];
  return {
    address: () =>
      address === null ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(address),
    connect(found) {
      address = found;
      waiting.forEach((resolve) => resolve(found));
      waiting = [];
    },
    cut: () => void (address = null),
  };
}
