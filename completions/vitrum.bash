# Completion of vitrum for bash. What it offers it asks the program itself: `vitrum --help`, `vitrum COMMAND --help` and,
# for --set, `vitrum new`.

# Commands of the program: names in the list "Subcommands:".
_vitrum_commands() {
  "$1" --help 2>/dev/null | sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\).*/\1/p'
}

# Options of a command, or of the program where there is none yet.
_vitrum_options() {
  "$1" ${2:+"$2"} --help 2>/dev/null | sed -n '/^Options:/,/^$/s/^  \(-[^ ]*\).*/\1/p' | tr ',' '\n'
}

# Formats that the help of --to lists.
_vitrum_formats() {
  "$1" "$2" --help 2>/dev/null | sed -n 's/^  --to TEXT[A-Z ]* //p' | sed 's/ or /, /; s/, */\n/g'
}

# Settings, table.key=, of the program's own study; legs count from 1.
_vitrum_settings() {
  "$1" new 2>/dev/null | sed -n \
    -e 's/^# //' \
    -e 's/^\[\[\(.*\)\]\]$/[\1[1]]/' \
    -e '/^\[[a-z].*\]$/{s/^\[\(.*\)\]$/\1/;h}' \
    -e '/^[a-z_]* = /{s/ = .*/=/;G;s/\(.*\)\n\(.*\)/\2.\1/p}'
}

_vitrum() {
  local program=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command="" index
  # bash takes = for a word of its own: --set glass.atoms=...
  local equals='='
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    if [[ ${COMP_WORDS[index]} != -* ]]; then
      command=${COMP_WORDS[index]}
      break
    fi
  done

  case $before in
    "$equals") return ;;
    --to) mapfile -t COMPREPLY < <(compgen -W "$(_vitrum_formats "$program" "$command")" -- "$word"); return ;;
    --set)
      compopt -o nospace 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -W "$(_vitrum_settings "$program")" -- "$word")
      return ;;
    -o | --output) mapfile -t COMPREPLY < <(compgen -f -- "$word"); compopt -o filenames 2>/dev/null; return ;;
  esac

  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_vitrum_options "$program" "$command")" -- "$word")
  elif [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_vitrum_commands "$program")" -- "$word")
  else
    local kinds='*'
    case $command in
      run | check) kinds='*.toml' ;;
      info | export) kinds='*.h5' ;;
      new | kernel) return ;;
      report) kinds='/' ;;
    esac
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -d -- "$word"; [[ $kinds == / ]] || compgen -f -X "!$kinds" -- "$word")
    mapfile -t COMPREPLY < <(printf '%s\n' "${COMPREPLY[@]}" | sed '/^$/d' | sort -u)
  fi
}

complete -F _vitrum vitrum
