const words = {
  ATTESTATION_REQUESTED: "asks for an attestation of the citizen",
  ATTESTATION_ANSWERED: "answers",
  EVIDENCE_REQUESTED: "asks for evidence",
  EVIDENCE_ANSWERED: "answers",
  ANSWERED_LATE: "answers too late: nothing changes",
  ENDED: "The exchange has ended",
};
const good = new Set(["ISSUED", "PROVIDED", "COMPLETED"]);
const byId = (id) => document.getElementById(id);
const refusers = {
  ATTESTATION: "the citizen's country",
  EVIDENCE: "the evidence provider",
  PORTAL: "the portal",
};
const clock = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hourCycle: "h23",
});
/** SUBJECT_NOT_FOUND as words; a code with colons stays as it is. */
const readable = (code) => code.split(" ")
  .map((part) => part.includes(":") ? part : part.toLowerCase().replaceAll("_", " ")).join(" ");

let stream = null;
let caller = null;

/** Spring's token against requests that another page makes in the user's name. */
function antiForgery() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("XSRF-TOKEN="));
  return cookie ? {"X-XSRF-TOKEN": decodeURIComponent(cookie.slice("XSRF-TOKEN=".length))} : {};
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function party({country, service}) {
  const made = element("span", "party", "");
  made.append(element("span", "country", country), service);
  return made;
}

function hop(entry) {
  const item = byId("hop-template").content.firstElementChild.cloneNode(true);
  const find = (selector) => item.querySelector(selector);
  if (entry.from && entry.to) {
    find(".parties").append(party(entry.from), element("span", "arrow", "→"), party(entry.to));
  } else {
    find(".parties").textContent = words[entry.kind] ?? entry.kind;
  }
  find(".took").textContent = entry.tookMillis === undefined ? "" : `${entry.tookMillis} ms`;
  if (entry.kind !== "ENDED") {
    const about = entry.evidenceType ? ` (${readable(entry.evidenceType)})` : "";
    find(".what").append(`${words[entry.kind] ?? entry.kind}${about} `);
  }
  if (entry.outcome) {
    const kind = good.has(entry.outcome) ? "good" : "bad";
    item.classList.add(kind);
    find(".what").append(element("span", `outcome ${kind}`, readable(entry.outcome)));
  }
  find(".wire").append(clock.format(new Date(entry.at)));
  if (entry.topic) {
    find(".wire").append(" · ", element("code", "", entry.topic));
  }
  return item;
}

function showState(state) {
  const chip = byId("state");
  chip.textContent = readable(state);
  chip.className = `chip ${state === "COMPLETED" ? "good" : ["REFUSED", "EXPIRED"].includes(state) ? "bad" : ""}`;
}

function asTold(exchange, expected) {
  return exchange.state === expected.state
    && exchange.refusal?.code === expected.code
    && exchange.refusal?.reason === expected.reason ? "As the story goes." : "Not as the story goes.";
}

async function verdict(id, scenario) {
  const exchange = await (await fetch(`api/exchanges/${id}`)).json();
  const story = scenario
    ? asTold(exchange, scenario.expected)
    : `${exchange.requester} asked, for procedure ${exchange.procedure}.`;
  const why = exchange.refusal
    ? `Refused by ${refusers[exchange.refusal.stage]}: ${exchange.refusal.explanation}`
    : "";
  byId("verdict").textContent = `${story} ${why}`.trim();
}

/** Without a story for whom the exchange is about: stories are the officers'. */
function watch(id, scenario) {
  stream?.close();
  complain("");
  byId("timeline").replaceChildren();
  byId("title").textContent = scenario?.title ?? (caller.authority ? "An exchange" : "An exchange about you");
  byId("verdict").textContent = scenario?.citizen === "DENIES"
    ? "The citizen is asked in the eID app, and is to deny." : "";
  byId("id").textContent = id;
  byId("json").href = `api/exchanges/${encodeURIComponent(id)}`;
  byId("hint").hidden = true;
  byId("running").hidden = false;
  showState("ATTESTATION_REQUESTED");
  stream = new EventSource(`api/exchanges/${encodeURIComponent(id)}/events`);
  stream.addEventListener("timeline", (event) => {
    const entry = JSON.parse(event.data);
    if (entry.kind === "EVIDENCE_REQUESTED") {
      showState("EVIDENCE_REQUESTED");
    }
    byId("timeline").append(hop(entry));
  });
  stream.addEventListener("end", (event) => {
    stream.close();
    showState(JSON.parse(event.data).state);
    verdict(id, scenario);
  });
  stream.addEventListener("error", () => {
    if (stream.readyState === EventSource.CLOSED && !byId("timeline").childElementCount) {
      byId("running").hidden = true;
      byId("hint").hidden = false;
      complain("There is no such exchange, or it is not yours to see.");
    }
  });
}

function complain(text) {
  byId("problem").textContent = text;
  byId("problem").hidden = !text;
}

async function start(scenario, card) {
  complain("");
  document.querySelectorAll(".card.chosen").forEach((one) => one.classList.remove("chosen"));
  card.classList.add("chosen");
  const button = card.querySelector("button");
  button.disabled = true;
  try {
    const response = await fetch(`api/scenarios/${scenario.id}/exchanges`, {
      method: "POST",
      headers: {"Idempotency-Key": newKey(), ...antiForgery()},
    });
    const body = await response.json();
    if (response.ok) {
      history.replaceState(null, "", `?story=${scenario.id}&exchange=${body.id}`);
      watch(body.id, scenario);
      byId("exchange").scrollIntoView({behavior: "smooth", block: "nearest"});
    } else {
      complain(response.status === 401 ? "You are not logged in any more." : body.detail ?? body.title);
    }
  } catch {
    complain("The portal does not answer.");
  } finally {
    button.disabled = false;
  }
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function card(scenario) {
  const made = byId("scenario-template").content.firstElementChild.cloneNode(true);
  const providers = scenario.evidence.map((one) => one.providerCountry ?? scenario.citizenCountry);
  const asked = [...new Set([scenario.citizenCountry, ...providers])].join(", ");
  const evidence = scenario.evidence.map((one) => readable(one.type)).join(", ");
  made.querySelector("h3").textContent = scenario.title;
  made.querySelector(".story").textContent = scenario.story;
  made.querySelector(".route").textContent =
    `${scenario.requester.slice(0, 2)} asks ${asked} · ${evidence} · level ${scenario.levelOfAssurance}`
    + ` · ends ${readable(scenario.expected.state)}`;
  const button = made.querySelector("button");
  button.setAttribute("aria-label", `Start: ${scenario.title}`);
  button.addEventListener("click", () => start(scenario, made));
  if (caller.authority !== scenario.requester) {
    button.hidden = true;
    made.querySelector(".whose").textContent = `An officer of ${scenario.requester} starts this one.`;
    made.querySelector(".whose").hidden = false;
  }
  return made;
}

/** The address names the exchange that is shown, so that a reload shows it, and the citizen can see it too. */
function resume(scenarios) {
  const asked = new URLSearchParams(location.search);
  if (asked.get("exchange")) {
    watch(asked.get("exchange"), scenarios.find((one) => one.id === asked.get("story")));
  }
}

/** The log-in leads away from here, and back to the address without what it named. */
function returnFromLogIn() {
  const asked = sessionStorage.getItem("asked");
  sessionStorage.removeItem("asked");
  if (asked && !location.search) {
    history.replaceState(null, "", asked);
  }
}

/** In the place of stories. */
function note(text) {
  byId("scenarios").replaceChildren(element("p", "quiet", text));
  byId("hint").textContent = "Nothing yet.";
}

function showCaller(failed) {
  byId("who").textContent = caller
    ? `Logged in as ${caller.authority ?? `a citizen of ${caller.country}`}.`
    : failed ? "The log-in failed." : "Not logged in.";
  byId("log-in").hidden = caller !== null;
  byId("log-out").hidden = caller === null;
  byId("description").hidden = caller === null;
}

async function logOut() {
  stream?.close();
  const response = await fetch("logout", {method: "POST", headers: antiForgery()});
  location.assign(response.ok ? (await response.json()).location : "./");
}

async function list() {
  byId("log-out").addEventListener("click", logOut);
  byId("log-in").addEventListener("click", () => sessionStorage.setItem("asked", location.search));
  try {
    const me = await fetch("api/me");
    caller = me.ok ? await me.json() : null;
    showCaller(new URLSearchParams(location.search).get("login") === "failed");
    if (!caller) {
      note("Log in as an officer of a requesting authority, for example NO:university-admissions, to play its stories; or as the citizen whom an exchange is about, to see it.");
      return;
    }
    returnFromLogIn();
    const response = caller.authority ? await fetch("api/scenarios") : null;
    if (!response?.ok) {
      note("Stories are started by officers of requesting authorities. The address of their page shows an exchange to the citizen whom it is about, too.");
      resume([]);
      return;
    }
    const scenarios = (await response.json())
      .sort((one, other) => (other.requester === caller.authority) - (one.requester === caller.authority));
    byId("scenarios").replaceChildren(...scenarios.map(card));
    resume(scenarios);
  } catch {
    byId("scenarios").replaceChildren(element("p", "note", "The portal does not answer."));
  }
}

list();
