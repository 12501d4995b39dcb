import { renderGraphiQL } from "@graphql-yoga/render-graphiql";

/** Somebody whom the page can ask as. */
export interface PageViewer {
  /** What the page shows, e.g. `Maya, 12, California`. */
  readonly label: string;
  /** What is sent with every query, to say that it is they who ask. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A page to ask the service from a browser, whole in itself: it loads nothing from anywhere else. A bar at its foot chooses as
 * whom to ask; the choice goes out with every query as the headers that say so.
 */
export function graphiqlPage(viewers: readonly PageViewer[], queries: readonly string[]): string {
  const page = renderGraphiQL({
    title: "Youth safety",
    endpoint: "/graphql",
    defaultTabs: queries.map((query) => ({ query })),
  });
  return page.replace('<div id="root"></div>', () => `<div id="root"></div>\n${viewerBar(viewers)}`);
}

function viewerBar(viewers: readonly PageViewer[]): string {
  const options = viewers.map(({ label }, index) => `<option value="${index}">${escaped(label)}</option>`);
  return `<style>
  #root, .graphiql-container { height: calc(100vh - 40px) !important; }
  #viewer { height: 40px; display: flex; align-items: center; gap: 8px; padding: 0 16px; font: 14px system-ui, sans-serif; }
</style>
<div id="viewer"><label for="as">Ask as</label> <select id="as">${options.join("")}</select></div>
<script>
  {
    const viewers = ${inScript(viewers)};
    const send = window.fetch.bind(window);
    window.fetch = (resource, options = {}) => {
      const viewer = viewers[document.querySelector("#as").value];
      const headers = new Headers(options.headers);
      for (const [name, value] of Object.entries(viewer?.headers ?? {})) headers.set(name, value);
      return send(resource, { ...options, headers });
    };
  }
</script>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

// A closing tag inside a string would end the script.
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
