import type { CauseCode } from "#lib/infra/prisma/enums.ts";

/** How to recognise a cause, three things that help (a line each), and one exercise of ten minutes: about 120 words. */
type FirstGuide = { readonly recognise: string; readonly helps: string; readonly exercise: string };

const lines = (...three: readonly [string, string, string]) => three.join("\n");

export const firstGuides: Readonly<Record<CauseCode, FirstGuide>> = {
  NERVES: {
    recognise:
      "You knew the answer on the way there and again on the way home, but not in the chair. Your voice got quick, your mind went blank, or you heard yourself talk without knowing where the sentence would end.",
    helps: lines(
      "Know your first sentence by heart; the rest comes more easily once you are moving.",
      "Keep one line for a blank moment: “Good question, let me think for a second.” A pause sounds calm from the other side.",
      "Practise with a person who looks at you, a friendly one first. Being watched is what you are getting used to.",
    ),
    exercise:
      "Set a timer for ten minutes. Stand up, ask yourself one hard question aloud, stop on purpose in the middle, breathe out slowly, say your recovery line, and finish. Five times, with different questions.",
  },
  NO_ANSWER: {
    recognise:
      "A question came that you had not met before, and there was nothing to reach for. You remember the silence, or an answer that you made up while you spoke.",
    helps: lines(
      "Write the question down the same day, in their words; it will come again somewhere else.",
      "Look at what is behind it: a problem they have, a worry, or something they want to be able to count on.",
      "Prepare four situations that you can turn towards many questions, and a sentence for saying how you would find out.",
    ),
    exercise:
      "Take the question and set a timer for ten minutes. Three minutes: what do they want to know? Four minutes: note the nearest thing you have done, in five keywords. Three minutes: say it aloud once, from the keywords, without reading.",
  },
  NO_EXAMPLES: {
    recognise:
      "You described how you usually work, and they nodded politely or asked, “Can you give me an example?” Your answers had words like “always”, “we” and “a lot”, but no day, no number, and no moment that only you could tell.",
    helps: lines(
      "Begin with a place and a time: “Last March, on the night shift.” The rest becomes concrete by itself.",
      "Say “I” for what you did and “we” for what the team did. Both are true.",
      "End with something that can be counted: minutes, euros, people, complaints, or what somebody said.",
    ),
    exercise:
      "Choose one claim that you often make, such as “I am reliable”. Set a timer for ten minutes, and write the one day that proves it best: what happened, what you did, how it ended. Cut it to six lines, and read it aloud.",
  },
  RAMBLED: {
    recognise:
      "They cut in, looked at the clock, or moved on while you were still on your way to the point. Or it went the other way: you stopped after a sentence, and they waited for more. Your answer had another length than they were after.",
    helps: lines(
      "Say the headline first: your answer in one sentence, then the story behind it.",
      "Aim for one to two minutes. After that, hand it back: “Shall I say more about that?”",
      "Know the last sentence of each story. An ending that you know is easy to reach.",
    ),
    exercise:
      "Choose a story and a phone that records. Tell it in 90 seconds, then in 60, then in 30. Listen to the last one: what is still there is the headline. Tell the 60-second version once more, with that sentence in front.",
  },
  OFF_TARGET: {
    recognise:
      "They asked the same thing again in other words, or said, “Yes, but I meant…”. You had a good story ready, and it belonged to a question beside the one they asked. Often the question had two parts, and one of them stayed open.",
    helps: lines(
      "Say the question back in a few words before you answer. It buys time, and they can correct you.",
      "Count its parts. Answer one, name the next, and answer that.",
      "Close with a check: “Does that answer your question?”",
    ),
    exercise:
      "Ask somebody to read you five questions, or record them yourself and play them. After each one, first say back what is being asked, and how many parts it has. Only then give the first sentence of an answer. Two minutes for each.",
  },
  EMPLOYER_PREP: {
    recognise:
      "“What do you know about us?” came early, and your answer could have been given to any employer. Or they used names of products, places or customers that you heard for the first time. They warmed up less after that.",
    helps: lines(
      "Find three facts that others do not bring: a recent change, a customer, a sentence from their own people.",
      "Turn each fact into a link to you: “You open at six; I have worked early shifts for two years.”",
      "Ask somebody who works there, or in the same field, what a normal week looks like.",
    ),
    exercise:
      "Set a timer for ten minutes and open the next employer’s own pages. Note what they sell, to whom, and one thing that is new. Then finish this sentence in two ways, aloud: “That interests me because I have…”.",
  },
  PITCH: {
    recognise:
      "You told them your history from the beginning, or read out what they already had on paper. From their chair it was hard to see what it had to do with this job.",
    helps: lines(
      "Use three lines: what you do now, one thing you did that fits this job, what brings you here.",
      "Take two words from their advert and use them in your first minute.",
      "Leave things out. They can ask, and they ask better when they are curious.",
    ),
    exercise:
      "Set a timer for ten minutes. Put the job advert beside you, mark the two duties that matter most, and write one line for each about a time you did just that. Add a line on what draws you there. Say the three lines aloud until they take 60 seconds.",
  },
  SKILL_GAP: {
    recognise:
      "They asked for a certificate, a system or a number of years that you do not have, and the conversation turned quieter. What you can do beside it got little room.",
    helps: lines(
      "Say it plainly and early: “I have not worked with that yet.” Then name the closest thing you have done.",
      "Add how you learned the last new thing, and how long it took.",
      "Talk it through with your counselor: learn it, describe it differently, or aim at jobs that do not ask for it.",
    ),
    exercise:
      "Set a timer for ten minutes and draw three columns. Left: what they asked for. Middle: the nearest thing you have done, with a place and a date. Right: the first step to learn it. Say one row aloud as an answer.",
  },
  HISTORY: {
    recognise:
      "The talk came to a gap, to how a job ended, to pay or to references, and you felt yourself tighten. You explained for longer than you wanted, or became short. It comes into every interview with you, so it is worth having words.",
    helps: lines(
      "Keep it to three true sentences: what happened, what you did with the time, why you are ready now.",
      "You choose how much you tell. Health and family can stay private.",
      "End each time on this job; then it is their turn again.",
    ),
    exercise:
      "Set a timer for ten minutes. Write the three sentences as you would say them to a friendly neighbour. Read them aloud, and cross out every word that excuses or accuses. Read them again and go straight on to what you like about the job.",
  },
  APPEARANCE: {
    recognise:
      "Something about the picture took attention away from what you said: clothes that did not match theirs, a dark room, a camera from below, an echo, a notification. You may have noticed it yourself, halfway through.",
    helps: lines(
      "Ask beforehand what people wear there. It is an ordinary question, and the agency can ask for you.",
      "On video, sit facing a window, with the camera at the height of your eyes and an earphone for the sound.",
      "Lay everything out the evening before.",
    ),
    exercise:
      "Set a timer for ten minutes. Dress the upper half as for the interview, start a video call with yourself or a friend, and record two minutes of talking. Watch it once without sound and once with your eyes closed. Mend one thing, and record one minute more.",
  },
  DISPOSITION: {
    recognise:
      "The facts were fine, and still it stayed cool: few smiles, short replies, no small talk at the door. Perhaps you were concentrating so hard that little of your interest showed.",
    helps: lines(
      "Decide before you go in on one thing that you like about the place, and say it in the first five minutes.",
      "Listen to the end of each question; a nod and a breath show that it arrived.",
      "Speak of former employers as you would like to be spoken of.",
    ),
    exercise:
      "Ask two people who know you: what do I do when I am interested, and what do I do when I am tense? Give each three minutes, and only listen. Then record yourself for a minute on what you like about the job. Keep one habit, start one, and stop one.",
  },
  LOGISTICS: {
    recognise:
      "Something practical took the first minutes: the way, the parking, a link that did not open, a paper at home, two times in two mails. You arrived in a hurry, and part of your attention stayed with it.",
    helps: lines(
      "Plan to be at the door fifteen minutes early, and know where to wait until then.",
      "Open the link a day before, on the device that you will use, and charge it.",
      "Keep one number to call on your pocket sheet. A short call in time is remembered well.",
    ),
    exercise:
      "Set a timer for ten minutes and walk through the next interview day aloud, from getting up to shaking hands. At each step ask: what could come between? Write a plan B for three of them: another way, another device, whom to call. Pack the papers now.",
  },
  CLOSING: {
    recognise:
      "They asked whether you had questions, and you had none left, or only one about hours. The end came quickly, and you went out without knowing what happens next. The last minutes stay in people’s minds.",
    helps: lines(
      "Bring three questions about the work itself; some will be answered on the way.",
      "Ask what happens next and by when, so that waiting has an end.",
      "Thank them by name, and say in one sentence what you now look forward to.",
    ),
    exercise:
      "Set a timer for ten minutes. Write six questions that you would ask a future colleague over lunch. Keep the three whose answers would change how you see the job. Then say your ending aloud three times: a question, the next step, thanks, goodbye.",
  },
  OUTSIDE: {
    recognise:
      "You heard that somebody else fitted more closely, that the role was stopped, or that it was filled from within. Looking back, your answers were sound. Decisions like these often have little to do with the hour that you spent there.",
    helps: lines(
      "Write down what went well while you still know it; that is worth repeating.",
      "Ask to be kept in mind: the same people often have the next opening.",
      "Let your counselor check with the employer.",
    ),
    exercise:
      "Set a timer for ten minutes. List three answers that landed, and how you could tell: a nod, a note, a follow-up question. Choose the best one, and mark where you could use it in your next interview. Then do something pleasant for the rest of the evening.",
  },
  UNSURE: {
    recognise:
      "It did not go the way you hoped, and nothing in particular stands out. Perhaps it is too fresh, or it was a mixture of small things. That is a fair answer; a cause shows more clearly across two or three interviews.",
    helps: lines(
      "Give it a night. Details come back, often the question that was hardest.",
      "Ask for feedback as soon as that is possible; a single sentence from them can settle it.",
      "Talk it over with your counselor. Somebody who was not in the room hears other things.",
    ),
    exercise:
      "Set a timer for ten minutes, and write the interview down as a film: who sat where, what came first, when the mood changed. No judging, only what a camera would have seen. Then underline the one moment that you would most like to see again.",
  },
};
