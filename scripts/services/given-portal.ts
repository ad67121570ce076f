/** The portal that runs already and is to be used, if PORTAL_URL names one. */
export function givenPortal(): string | undefined {
  return process.env["PORTAL_URL"];
}
