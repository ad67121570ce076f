import type { HelpTopic } from "#lib/infra/prisma/enums.ts";

/** Longest texts about a request for help, in characters. */
export const helpLimits = { happened: 2000, answer: 2000 };

/** What help is asked for, as the form offers it. */
export const topicWords: Readonly<Record<Exclude<HelpTopic, "workshop">, string>> = {
  interview: "An interview, before or after it",
  resume: "My résumé",
  search: "My search for work",
};

/** The same within a sentence for staff. */
export const topicStaffWords: Readonly<Record<HelpTopic, string>> = {
  interview: "an interview",
  resume: "a résumé",
  search: "a search for work",
  workshop: "a workshop",
};

/** What stands at a field, and refusals. */
export const helpWords = {
  topicNeeded: "Please choose what it is about.",
  happenedNeeded: "Please say in a few words what happened, or what you need.",
  consentNeeded: "We can only help if you agree to this.",
  answerNeeded: "Please write the answer first.",
  address_unclear: "This address has characters that look like others. Please type it again by hand.",
  not_open: "That workshop cannot be joined any more. Please choose something else.",
  not_valid: "This link does not work any more. You can ask again at any time.",
  confirmed_already: "You have confirmed this already. This page says how it stands.",
  accepted_already: "A colleague was a moment quicker and has accepted it. This page says who.",
  answered_already: "A colleague was a moment quicker and has answered it. This page says who.",
  here_already: "They are a person of the portal by now, so there is nothing left to do here.",
  too_many: "That was a lot in a short time. Please wait an hour, or call us.",
};

/** The public page. */
export const helpPages = {
  title: "Ask for help",
  after: (agency: string) => `After an interview that did not go well, ${agency} is there for you.`,
  offers: [
    "A counselor reads what happened, and answers within one working day.",
    "Together you find out what got in the way, and practise it before the next interview.",
    "It costs you nothing, and no employer hears of it.",
  ],
  helpLine: (line: string) => `You would rather talk? ${line}`,
  workshops: "Open workshops",
  workshopsIntro: "Anybody may come. Choose one below to take a seat.",
  noWorkshops: "None is planned at the moment. New ones stand here with their time and place.",
  elsewhere: "Open its page",
  form: "Your request",
  name: "Your name",
  email: "Your mail address",
  emailHint: "We send you a link to confirm it.",
  topic: "What is it about?",
  seatIn: (title: string) => `A seat: ${title}`,
  happened: "What happened, or what do you need?",
  happenedHint: "A few sentences are enough. For a seat you can leave this empty.",
  consent: (agency: string) =>
    `I agree that ${agency} keeps what I write here to help me. All its counselors can read it. If I do not confirm my address, it is deleted after two days.`,
  consentLabel: "Your consent",
  send: "Ask for help",
  signIn: "You are with us already? Sign in",
  entry: "Not with us yet? Ask for help",
  sentTitle: "Look into your mail",
  sent: "If everything is as you typed it, a mail is on its way to you. Open its link to confirm your address; only then does anybody read your request.",
  sentHint:
    "No mail after a minute? Look into the spam folder. To one address we send one such mail an hour, so a correction reaches you by the link that you have.",
  again: "Back to the form",
};

/** The page behind the link of the mail. */
export const guestPages = {
  goneTitle: "This link does not work any more",
  gone: "A request that is not confirmed within two days is deleted. You can ask again at any time.",
  confirmTitle: "Is this your request?",
  confirm: "With one tap you confirm your address, and a counselor reads what you wrote.",
  confirmSeat: "With one tap you confirm your address and take the seat, or wait for one if it is full.",
  confirmButton: "Yes, this is my request",
  notYours: "You did not ask for this? Then leave it: it is deleted after two days.",
  about: "About",
  wrote: "What you wrote",
  waitingTitle: "Your request has arrived",
  waiting: "A counselor reads it within one working day. You hear from us by mail.",
  answeredTitle: (name: string) => `${name} has answered you`,
  answered: "You can ask again at any time.",
  acceptedTitle: (name: string) => `${name} looks after you now`,
  accepted: "An invitation is in your mail. With it you come in, and the two of you can start.",
  hereTitle: "You have a place here",
  here: "Everything about you stands in the portal now. Sign in with your mail address.",
  signIn: "Sign in",
  seatTitle: "Your seat",
  takeAgain: "Take a seat",
  whoSees: "Only you, by this link, and the counselors and admins of the agency can see this.",
};

/** What the guest's page says after `?done=…`. */
export const guestFlashes = {
  confirmed: "Confirmed. Thank you.",
  give_back: "Given back. A mail that takes it out of your calendar is on its way.",
  leave: "You have left the waitlist.",
  accept: "The seat is yours. A mail with a calendar entry is on its way.",
  decline: "The seat goes to the next person, and you have left the waitlist.",
  take: "Done. A mail is on its way.",
};

/** The page on the desk. */
export const helpDeskWords = {
  title: (name: string) => `${name} asks for help`,
  about: (topic: string, when: string) => `About ${topic}, confirmed ${when}`,
  words: "What happened",
  address: "Mail address",
  whoSees: "All counselors and admins can see this request. No candidate can.",
  accept: "Accept and invite",
  acceptHint: "They get an invitation by mail, and you are their counselor.",
  acceptSection: "Take them on",
  answerSection: "Or answer",
  answer: "Your answer",
  answerHint: "They read it by mail, signed with your name. The request leaves the desk with it.",
  send: "Send the answer",
  acceptedBy: (name: string) => `${name} accepted this request`,
  answeredBy: (name: string) => `${name} answered this request`,
  here: "They are a person of the portal by now.",
  see: "See the candidate",
};

export const helpDeskFlashes = {
  accepted: "Accepted. The invitation is on its way, and you are their counselor.",
  answered: "The answer is on its way.",
};

/** Mails. None quotes what was typed on the public page: anybody can type any address there. */
export const helpMailWords = {
  asked: {
    subject: (agency: string) => `Please confirm your request to ${agency}`,
    heading: "Is this your request?",
    line: "Somebody asked us for help with this address. Open the link and confirm that it was you; only then does anybody read it.",
    button: "Confirm the request",
    why: "This mail came because somebody entered your address on our page for help. If that was not you, leave it: the request is deleted after two days.",
  },
  known: {
    subject: (agency: string) => `You have a place at ${agency} already`,
    heading: "You are with us already",
    line: "Somebody asked us for help with this address, and it is yours: sign in, and everything is where you left it.",
    button: "Sign in",
    why: "This mail came because somebody entered your address on our page for help. If that was not you, leave it: nothing has changed.",
  },
  answered: {
    subject: (agency: string) => `An answer from ${agency}`,
    heading: (name: string) => `${name} has answered you`,
    button: "See your request",
    why: "This mail came because you asked us for help and confirmed your address.",
  },
};
