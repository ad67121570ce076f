import type { QuestionTag } from "#lib/causes/words/because.ts";
import type { RoleFamily } from "#lib/infra/prisma/enums.ts";

export type BankQuestion = {
  /** Stays the same for ever: answers refer to it. */
  readonly id: string;
  readonly text: string;
  readonly tags: readonly QuestionTag[];
};

const question = (id: string, text: string, ...tags: QuestionTag[]): BankQuestion => ({ id, text, tags });

/** Asked in nearly every interview, most frequent first. */
export const commonQuestions: readonly BankQuestion[] = [
  question("tell-me-about-yourself", "Tell me about yourself.", "tell_me_about_yourself"),
  question("why-us", "Why do you want to work here?", "why_us"),
  question("about-us", "What do you know about us?", "about_us"),
  question("greatest-strength", "What are you really good at?"),
  question("still-learning", "What are you still learning?"),
  question("difficult-person", "Tell me about a time when you worked with somebody difficult."),
  question("mistake", "Tell me about a mistake you made, and what you did about it."),
  question("reason-for-leaving", "Why did you leave your last job?", "reason_for_leaving"),
  question("gap", "What were you doing between these two jobs?", "gap"),
  question("pay", "What pay do you have in mind?", "pay"),
  question("references", "Whom can we ask about you, and what will they say?", "references"),
  question("why-you", "Why you, and not one of the others we are seeing?"),
];

/** Six for each role family. */
export const familyQuestions: Record<RoleFamily, readonly BankQuestion[]> = {
  office_admin: [
    question(
      "office-competing-deadlines",
      "Two managers want something by noon and you can only finish one. What do you do?",
    ),
    question("office-diary", "How do you keep the diaries of several people in order?"),
    question(
      "office-software",
      "Which office programs do you use every day, and what is the hardest thing you do in them?",
    ),
    question("office-confidential", "How do you handle papers that nobody else may see?"),
    question("office-process", "Tell me about something you made simpler in an office."),
    question(
      "office-error-check",
      "How do you make sure a letter or an invoice is right before it goes out?",
    ),
  ],
  customer_service: [
    question("service-angry-customer", "Tell me about a customer who was angry, and how it ended."),
    question("service-say-no", "How do you tell a customer that you cannot do what they ask?"),
    question(
      "service-busy",
      "The phone rings, the queue is long, and somebody needs you now. How do you go about it?",
    ),
    question("service-beyond", "When did you last do more for a customer than you had to?"),
    question("service-targets", "How did you do against your targets in your last job?"),
    question("service-product", "How do you learn a new product well enough to explain it?"),
  ],
  logistics_warehouse: [
    question("warehouse-safety", "Tell me about a time when you saw something unsafe. What did you do?"),
    question(
      "warehouse-pace",
      "How many picks or pallets an hour are you used to, and with how many errors?",
    ),
    question(
      "warehouse-equipment",
      "Which trucks, scanners and systems have you worked with, and are your licences current?",
    ),
    question("warehouse-shifts", "How do you manage nights, weekends and changing shifts?"),
    question(
      "warehouse-stock-difference",
      "The count does not match the system. How do you find out what happened?",
    ),
    question("warehouse-urgent-load", "A lorry is waiting and the order is not complete. What do you do?"),
  ],
  tech: [
    question("tech-recent-project", "Walk me through something you built. Which part was yours?"),
    question("tech-outage", "Something broke for the users. How did you find the cause?"),
    question("tech-disagreement", "Tell me about a technical decision you did not agree with."),
    question("tech-unknown-code", "How do you find your way into code you have never seen?"),
    question("tech-live-task", "Here is a small problem. Please think aloud while you solve it."),
    question("tech-plain-words", "Explain something you work on to somebody who is not technical."),
  ],
  healthcare: [
    question("care-difficult-patient", "Tell me about a patient who refused care. What did you do?"),
    question(
      "care-error",
      "What do you do when you notice that something was given or noted down incorrectly?",
    ),
    question("care-priorities", "Three people need you at once. How do you decide who is first?"),
    question("care-family", "How do you speak with relatives who are worried or upset?"),
    question("care-privacy", "How do you protect what patients tell you?"),
    question("care-own-strength", "How do you look after yourself in this kind of work?"),
  ],
};
