import { withApp } from "./things.ts";

/** The second factor: while the agency does not ask for it, there is nothing to verify, and nobody here has an app. */
export const secondFactorRows = {
  enrolSecondFactorAction: { form: () => ({ code: "123456" }), may: [] },
  passSecondFactorAction: { form: () => ({ code: "123456" }), may: [] },
  keepRecoveryCodesAction: { may: [] },
  renewSecondFactorAction: { form: () => ({ current: "123456", code: "123456" }), may: [] },
  resetSecondFactorAction: { thing: withApp, may: ["admin"] },
} as const;
