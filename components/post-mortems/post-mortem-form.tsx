import { CallNote, HandOverScreen, TogetherScreen } from "./call-screens.tsx";
import { CausesScreen, ContributingScreen } from "./causes-screen.tsx";
import { ChoiceScreen, isChoiceScreen } from "./choice-screen.tsx";
import { FeedbackScreen } from "./feedback-screen.tsx";
import { KeepLineScreen, WorkedWellScreen } from "./line-screens.tsx";
import { NextRoundScreen } from "./next-round-screen.tsx";
import { NewsDoneScreen, NewsWishScreen, NewsWordsScreen } from "./news-screens.tsx";
import { PromiseScreen } from "./promise-screen.tsx";
import { QuestionsScreen, QuestionsSoFar, RatingScreen } from "./questions-screen.tsx";
import { RatingsScreen } from "./ratings-screen.tsx";
import { ScreenTitle, type ScreenProps } from "./screen-frame.tsx";
import { SharingScreen } from "./sharing-screen.tsx";
import { SignalsScreen } from "./signals-screen.tsx";
import { nextScreen } from "#lib/post-mortems/rules/screens.ts";

const screens = {
  questions: QuestionsScreen,
  rating: RatingScreen,
  signals: SignalsScreen,
  causes: CausesScreen,
  contributing: ContributingScreen,
  keep_line: KeepLineScreen,
  ratings: RatingsScreen,
  feedback: FeedbackScreen,
  worked_well: WorkedWellScreen,
  promise: PromiseScreen,
  next_round: NextRoundScreen,
  sharing: SharingScreen,
  together: TogetherScreen,
  hand_over: HandOverScreen,
  news_words: NewsWordsScreen,
  news_wish: NewsWishScreen,
  news_done: NewsDoneScreen,
};

/** The form at one place: one question a screen. Each screen is a form of its own, so nothing of one stays in the next. */
export function PostMortemForm(props: ScreenProps) {
  const { interview, draft, place } = props;
  const { screen } = place;
  const followsQuestions =
    draft.facts.form !== "heard_back" && screen === nextScreen("questions", draft.facts);
  return (
    <div key={`${screen}-${place.n ?? ""}`}>
      <CallNote {...{ interview, draft }} />
      <ScreenTitle {...{ interview, draft, place }} />
      {followsQuestions ? <QuestionsSoFar {...{ interview, draft }} /> : null}
      <OneScreen {...props} />
    </div>
  );
}

function OneScreen(props: ScreenProps) {
  const { screen } = props.place;
  if (isChoiceScreen(screen)) return <ChoiceScreen {...props} screen={screen} />;
  const Screen = screens[screen];
  return <Screen {...props} />;
}
