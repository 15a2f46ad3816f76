'use strict';

// The token is in the fragment, which browsers send to nobody; it leaves the address bar at once.
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

const form = document.getElementById('form');
const outcome = document.getElementById('outcome');

function tell(text) {
  outcome.textContent = text;
}

async function reasonOf(response) {
  try {
    const problem = await response.json();
    const field = (problem.errors || [])[0];
    return field ? `The password ${field.message}.` : problem.detail;
  } catch {
    return 'That did not work; try again later.';
  }
}

if (!token) {
  form.hidden = true;
  tell('Open the link of the mail again: its end is missing.');
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const newPassword = document.getElementById('password').value;
  if (newPassword !== document.getElementById('again').value) {
    tell('The two passwords differ.');
    return;
  }
  const response = await fetch('/api/v1/auth/password-reset/confirm', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({token, newPassword}),
  });
  if (response.ok) {
    form.hidden = true;
    tell('Your password is set. You are logged out everywhere; log in with the new one.');
  } else {
    tell(await reasonOf(response));
  }
});
