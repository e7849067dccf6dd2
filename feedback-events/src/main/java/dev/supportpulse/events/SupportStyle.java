package dev.supportpulse.events;

/** How support is given. */
public enum SupportStyle {
  /** Users find the answer: articles, documentation, the community. */
  SELF_SERVICE,
  /** People answer when they are asked. */
  REACTIVE,
  /** People act before they are asked again: they watch, warn and call back. */
  PROACTIVE
}
