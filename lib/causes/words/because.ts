/** Why a cause is suggested, said to the person who wrote it. */
export const becauseWords = {
  a_requirement: "They said that a requirement decided it.",
  knew_it: "You went blank on a question that you knew.",
  blank_about_them: "You went blank on a question about them.",
  hard_topic: "A hard topic felt rough.",
  about_yourself: "“Tell me about yourself” felt rough.",
  blank: "You went blank on a question.",
  cut_me_off: "They cut you off.",
  asked_again: "They asked again.",
  late: "It started late.",
  tech_problem: "There was a tech problem.",
  tech_problem_on_video: "There was a tech problem on video.",
  not_interested: "They seemed not interested.",
  asked_nothing: "You asked nothing at the end.",
  no_story: "You rated a question okay or rough. An example often helps.",
  appearance_rated_low: "You rated how it looked and sounded low.",
  few_details: "There is little to go on yet.",
  from_the_list: "One of the usual places to look.",
  decided_elsewhere: "They said that something else decided it.",
  always: "Always a fair answer.",
};

/** What a question is about, where that suggests a cause. */
export const questionTags = [
  "tell_me_about_yourself",
  "about_us",
  "why_us",
  "gap",
  "reason_for_leaving",
  "pay",
  "references",
] as const;
export type QuestionTag = (typeof questionTags)[number];
