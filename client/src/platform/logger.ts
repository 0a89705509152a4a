/** The part of `vscode.LogOutputChannel` that we use. Never log secrets, tokens, policy bodies or principals. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
