// The query page: signs in, and hands GraphiQL a way to ask. The token lives in this tab only.
'use strict';

(() => {
  const byId = (id) => document.getElementById(id);
  const main = byId('explorer');
  const text = JSON.parse(main.dataset.texts);
  const isDevelopment = main.dataset.development === 'true';
  const key = 'relationshipgraph:token';

  const claimsOf = (token) => {
    try {
      const part = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
      return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.charCodeAt(0))));
    } catch {
      return null;
    }
  };

  const say = (words, isBad) => {
    byId('state').textContent = words;
    byId('state').className = isBad ? 'bad' : '';
  };

  const use = (token, name) => {
    const claims = token ? claimsOf(token) : null;
    if (token && !claims) {
      say(text.notAToken, true);
      return;
    }

    if (claims) {
      sessionStorage.setItem(key, token);
      sessionStorage.setItem(`${key}:name`, name ?? '');
      const roles = [claims.roles ?? []].flat().join(', ');
      say(`${text.signedInAs} ${name || claims.employee || claims.sub || '?'} (${roles})`, false);
    } else {
      sessionStorage.removeItem(key);
      sessionStorage.removeItem(`${key}:name`);
      say(text.signedOut, false);
    }

    byId('leave').hidden = !claims;
  };

  const fetcher = async (request) => {
    const token = sessionStorage.getItem(key);
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json;q=0.9',
        'Accept-Language': document.documentElement.lang,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(request),
    });
    if (response.status === 401) {
      say(token ? text.ended : text.signInFirst, true);
    }

    return response.json();
  };

  const option = (value, label) => Object.assign(document.createElement('option'), { value, textContent: label });

  const offerPeople = async () => {
    const response = await fetch('/dev/people');
    if (!response.ok) {
      return;
    }

    const { people, roles } = await response.json();
    byId('person').append(
      option('', text.nobody),
      ...people.map(({ id, name, title }) => option(id, title ? `${name}, ${title}` : name)));
    byId('person').selectedIndex = people.length > 0 ? 1 : 0;
    byId('role').append(...roles.map((role) => option(role, role)));
    byId('people').hidden = false;
    byId('people').addEventListener('submit', async (event) => {
      event.preventDefault();
      const employee = byId('person').value;
      const made = await fetch('/dev/token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ employee: employee || null, roles: [byId('role').value] }),
      });
      const { token } = await made.json();
      use(token, employee ? byId('person').selectedOptions[0].textContent : '');
      refresh();
    });
  };

  byId('paste').addEventListener('submit', (event) => {
    event.preventDefault();
    use(byId('token').value.trim(), '');
    byId('token').value = '';
    refresh();
  });
  byId('leave').addEventListener('click', () => {
    use('', '');
    refresh();
  });

  // GraphiQL asks for the schema when it is mounted: mounted anew, it asks as whoever has signed in.
  const root = ReactDOM.createRoot(main);
  let mounted = 0;
  const refresh = () => root.render(React.createElement(GraphiQL, {
    key: ++mounted,
    fetcher,
    storage: sessionStorage,
    defaultQuery: text.firstQuery,
    isHeadersEditorEnabled: false,
    inputValueDeprecation: true,
    // Without a token there is no schema to ask for.
    schema: sessionStorage.getItem(key) ? undefined : null,
  }));

  use(sessionStorage.getItem(key) ?? '', sessionStorage.getItem(`${key}:name`) ?? '');
  refresh();
  if (isDevelopment) {
    offerPeople();
  }
})();
