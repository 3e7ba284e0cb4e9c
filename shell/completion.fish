# istio-roadmap: completion for fish.

function __istio_roadmap_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l lines (command istio-roadmap __complete fish -- $words "$current" 2>/dev/null </dev/null)
    set -l kind $lines[1]
    set -e lines[1]
    # What is before the value, as in --roadmap=: fish compares whole words.
    set -l before (string match -r -- '^--[^=]+=' "$current")
    set -l rest (string replace -r -- '^--[^=]+=' '' "$current")
    for line in $lines
        echo "$before$line"
    end
    if contains -- "$kind" files roadmaps
        # As for any command, but what fish offers behind a colon is no path.
        for line in (complete -C "'' $rest")
            set -l path (string split -m 1 \t -- $line)[1]
            if string match -q '~*' -- $path; or test -e $path
                echo "$before$path"
            end
        end
    end
end
complete -c istio-roadmap -f -k -a '(__istio_roadmap_complete)'
