import { markdown } from './markdown.js';

const { AdaptiveCard, HostConfig } = window.AdaptiveCards;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

// Colours are the page's own variables, so that a change of theme redraws nothing and what is folded out stays so.
const ink = name => ({ default: `var(--${name})`, subtle: 'var(--soft)' });
const colours = { default: ink('ink'), dark: ink('ink'), light: ink('soft'), accent: ink('accent'), good: ink('good'), warning: ink('care'), attention: ink('care') };
const style = background => ({ backgroundColor: `var(--${background})`, foregroundColors: colours });
const host = new HostConfig({
  fontFamily: 'inherit',
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: { small: 13, default: 15, medium: 16, large: 19, extraLarge: 23 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  containerStyles: { default: style('paper'), emphasis: style('emphasis'), accent: style('said'), good: style('emphasis'), warning: style('emphasis'), attention: style('emphasis') },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', showCard: { actionMode: 'inline', inlineTopMargin: 10 } },
  textBlock: { headingLevel: 3 },
  supportsInteractivity: true,
});

/** Draws a card as the Teams client does; `pressed` gets the kind of action and what it carries. */
export function draw(json, pressed) {
  const card = new AdaptiveCard();
  card.hostConfig = host;
  card.onExecuteAction = action => {
    pressed(action.getJsonTypeName(), action);
    queueMicrotask(() => plainTargets(frame));
  };
  const frame = document.createElement('div');
  card.parse(json);
  frame.className = 'card';
  const drawn = card.render();
  if (drawn) frame.append(drawn);
  // The library makes the whole card a tab stop although it does nothing when pressed.
  drawn?.removeAttribute('tabindex');
  return frame;
}

// The library marks what a toggle shows or hides as expandable, which plain text cannot be.
function plainTargets(frame) {
  for (const target of frame.querySelectorAll('[aria-expanded]:not(button)')) target.removeAttribute('aria-expanded');
}
