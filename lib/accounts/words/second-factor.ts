/** The second step of staff: what its pages say, and its refusals. */
export const secondFactorWords = {
  codeNeeded: "The code has six digits.",
  recoveryNeeded: "A recovery code has 24 letters and digits.",
  currentNeeded: "Please type a code from the app that you use now, or a recovery code.",
  not_valid:
    "That code does not work. Each works once, for about half a minute: please type the one that the app shows next.",
  enrolled_already: "An app was set up for you on another device in the meantime. Type its code.",
  too_many: "That was a lot of codes in a short time. Please wait a quarter of an hour.",
  title: "One more step",
  enrolIntro:
    "Your agency protects what candidates write with a second step. You need an authenticator app on your phone, such as the one that came with it.",
  scan: "Scan this square with the app",
  scanHint: "On this very phone, or without a camera? Type this into the app instead:",
  squareFor: "A square with the setup key for your authenticator app. The same key stands below as text.",
  key: "Setup key",
  typeFirst: "Type the code that it shows",
  code: "Six digits from the app",
  setUp: "Set up",
  passIntro: "Type the code that your authenticator app shows now.",
  goOn: "Go on",
  recoverySummary: "No app at hand?",
  recoveryHint:
    "Each of your ten recovery codes works once. Without any, ask an admin to reset your second step.",
  recovery: "Recovery code",
  takeRecovery: "Use this code",
  codesTitle: "Keep these codes",
  codesIntro:
    "Each of them signs you in once when your phone is not at hand. Print them or put them into your password store: they are shown only now.",
  codesList: "Recovery codes",
  codesKept: "I have kept them",
  codesGone: "Your recovery codes were shown before. To get new ones, set up your app anew on your own page.",
  codesGoneOn: "Go on",
  yours: "Your second step",
  yoursHint: "The app whose codes you type after signing in.",
  renewIntro:
    "A new phone, or no recovery codes left? Set up the app anew. All your other devices are signed out.",
  since: "Set up",
  codesLeft: "Recovery codes left",
  current: "A code from the app that you use now, or a recovery code",
  newCode: "Six digits from the new entry",
  renew: "Set up anew",
  resetTitle: "Second step",
  resetHint:
    "For a colleague who has lost phone and recovery codes. Make sure that it is really them who ask: after this, whoever reads their mail can set up an app. They are told by mail, signed out everywhere, and set up an app at the next sign-in.",
  reset: "Reset the second step",
};
