/** A button of a message: what it says and which command it runs. */
export interface MessageAction {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}
