// Signals: what is to be done before one of them ends the process, and the failure that one is where it does not.

/** Ctrl-C, a signal or the loss of the terminal, where the terminal was given back before the process ends (130). */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

/** Those that ask a program to end. */
export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The process ends by the signal all the same: a shell distinguishes that from an exit. */
export function beforeSignal(act: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    act();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    for (const signal of signals) process.off(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  return forget;
}
