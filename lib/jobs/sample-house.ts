/** The house that made-up mails come from. */
export type SampleHouse = {
  readonly agency: string;
  readonly timeZone: string;
  readonly senderAddress: string;
  readonly link: (path: string) => string;
};
