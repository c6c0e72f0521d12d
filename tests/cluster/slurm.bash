# SPDX-License-Identifier: GPL-3.0-or-later
# A Slurm of two nodes on the loopback address, as root, without systemd, control groups or accounting; everything of it lies in one
# folder. `slurm_up FOLDER`; `node_lost NAME`: its daemon is killed, and all that it had begun, as when a machine stops;
# `slurm_down`, to be called at exit.
PATH=$PATH:/usr/sbin
declare -A daemon=()

# Each in a PID namespace of its own: with its first process everything ends that it began, also what it gave away, and nothing else.
begin_daemon() { # NAME COMMAND...
  local name=$1
  shift
  unshare --pid --fork --kill-child --mount-proc "$@" >"$slurm/$name.out" 2>&1 &
  daemon[$name]=$!
}

free_ports() { # COUNT
  python3 -c 'import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in held: one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))' "$1"
}

slurm_configure() {
  local ports
  read -ra ports <<<"$(free_ports 3)"
  cat >"$slurm/slurm.conf" <<END
ClusterName=loopback
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$slurm/munge.socket,cred_expire=5
SlurmctldPort=${ports[0]}
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool-%n
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd-%n.pid
SlurmctldLogFile=$slurm/slurmctld.log
SlurmdLogFile=$slurm/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
SlurmdParameters=config_overrides
ReturnToService=0
SlurmdTimeout=10
MessageTimeout=5
KillWait=2
NodeName=node1 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=${ports[1]} CPUs=2
NodeName=node2 NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=${ports[2]} CPUs=2
PartitionName=all Nodes=node1,node2 Default=YES MaxTime=INFINITE State=UP
END
}

slurm_up() { # FOLDER
  slurm=$1
  mkdir -p "$slurm"/{state,spool-node1,spool-node2}
  chmod 755 "$slurm"
  slurm_configure
  export SLURM_CONF=$slurm/slurm.conf
  (umask 077 && head -c 128 /dev/urandom >"$slurm/munge.key")
  begin_daemon munged munged --foreground --force --num-threads=2 --key-file="$slurm/munge.key" --socket="$slurm/munge.socket" \
    --pid-file="$slurm/munge.pid" --log-file="$slurm/munge.log" --seed-file="$slurm/munge.seed"
  until_true 10 test -S "$slurm/munge.socket" || return 1
  begin_daemon slurmctld slurmctld -D
  begin_daemon node1 slurmd -D -N node1
  begin_daemon node2 slurmd -D -N node2
  until_true 30 nodes_ready
}

nodes_ready() { [ "$(sinfo -h -N -o %t 2>/dev/null | sort | uniq -c | tr -s ' ')" = ' 2 idle' ]; }

until_true() { # SECONDS COMMAND...
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.2
  done
}

end_daemon() { # NAME
  [ -n "${daemon[$1]-}" ] || return 0
  kill -KILL "${daemon[$1]}" 2>/dev/null
  wait "${daemon[$1]}" 2>/dev/null
  unset "daemon[$1]"
}

node_lost() { end_daemon "$1"; }

slurm_down() {
  local name
  for name in node1 node2 slurmctld munged; do end_daemon "$name"; done
}
