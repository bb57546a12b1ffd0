/** The type that VS Code keeps a panel of the decision log under from one window to the next. */
export const logViewType = 'leadHabits.log';
