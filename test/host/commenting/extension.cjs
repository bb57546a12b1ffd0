const vscode = require('vscode');

/** Opens a comment's input below the lines that are selected. */
exports.activate = ({ subscriptions }) => {
  const controller = vscode.comments.createCommentController('commenting', 'Commenting');
  subscriptions.push(
    controller,
    vscode.commands.registerCommand('commenting.comment', () => {
      const { document, selection } = vscode.window.activeTextEditor;
      const thread = controller.createCommentThread(document.uri, selection, []);
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    }),
  );
};
