import * as vscode from 'vscode';
import { catalogue } from '../../practices/catalogue/all.ts';
import { planPicture } from '../../practices/planPicture.ts';
import { shortDate } from '../shortDate.ts';
import type { Surroundings } from '../surroundings.ts';
import { nowLabel } from './plan.ts';

let panel: vscode.WebviewPanel | undefined;

/** "Lead: Show 90-Day Plan": the plan as a picture, which follows what is written. There is no script in the page. */
export async function openPlanPicture(surroundings: Surroundings): Promise<void> {
  const { context, plan } = surroundings;
  if (panel) {
    panel.reveal();
    return;
  }
  const media = vscode.Uri.joinPath(context.extensionUri, 'media');
  panel = vscode.window.createWebviewPanel(
    'leadHabits.planPicture',
    vscode.l10n.t('90-Day Plan'),
    vscode.ViewColumn.Active,
    {
      localResourceRoots: [media],
    },
  );
  const show = async () => {
    if (panel) panel.webview.html = await page(surroundings, panel.webview, media);
  };
  panel.iconPath = {
    light: vscode.Uri.joinPath(media, 'plan-light.svg'),
    dark: vscode.Uri.joinPath(media, 'plan-dark.svg'),
  };
  const subscription = plan.onDidChangeTreeData(show);
  panel.onDidDispose(() => {
    panel = undefined;
    subscription.dispose();
  });
  await show();
}

async function page({ plan }: Surroundings, webview: vscode.Webview, media: vscode.Uri): Promise<string> {
  const state = await plan.state();
  const style = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name));
  const body = state
    ? planPicture(state, {
        title: vscode.l10n.t('90-Day Plan'),
        now: state.now
          ? vscode.l10n.t('{0}, {1} until {2}', nowLabel(state), state.now.title, shortDate(state.now.ends))
          : nowLabel(state),
        today: vscode.l10n.t('today'),
        marks: vscode.l10n.t('something of yours was written'),
        date: shortDate,
        practice: (id) => vscode.l10n.t(catalogue.find((each) => each.id === id)?.title ?? id),
        count: (have, wanted) => vscode.l10n.t('{0} of {1}', have, wanted),
      })
    : `<main class="plan"><p>${vscode.l10n.t('There is no plan. "Lead: Start 90-Day Plan" begins one.')}</p></main>`;
  return `<!DOCTYPE html>
<html lang="${/^[\w-]+$/.test(vscode.env.language) ? vscode.env.language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>90-Day Plan</title>
<link rel="stylesheet" href="${style('theme.css')}">
<link rel="stylesheet" href="${style('plan.css')}">
</head>
<body>
${body}
</body>
</html>`;
}
